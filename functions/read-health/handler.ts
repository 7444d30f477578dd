import { endpoints } from '../../shared/contract/endpoints.ts';
import { isoUtc } from '../../shared/domain/text.ts';
import { endpoint } from '../../shared/http/endpoint.ts';

export const handler = endpoint(endpoints.health, () => ({
  status: 'ok',
  server_time: isoUtc(Date.now()),
}));
