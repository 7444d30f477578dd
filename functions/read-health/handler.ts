import { healthEndpoint } from '../../shared/contract/endpoints/read-health.ts';
import { isoUtc } from '../../shared/domain/text.ts';
import { endpoint } from '../../shared/http/endpoint.ts';

export const handler = endpoint(healthEndpoint, () => ({
  status: 'ok',
  server_time: isoUtc(Date.now()),
}));
