import { readHealthEndpoint } from '../../shared/contract/endpoints/read-health.ts';
import { isoUtc } from '../../shared/domain/plain-text.ts';
import { endpoint } from '../../shared/http/endpoint.ts';

export const handler = endpoint(readHealthEndpoint, () => ({
  status: 'ok',
  server_time: isoUtc(Date.now()),
}));
