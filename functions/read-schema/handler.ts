import { endpoints } from '../../shared/contract/endpoints.ts';
import { openApi } from '../../shared/contract/open-api.ts';
import { endpoint } from '../../shared/http/endpoint.ts';

export const handler = endpoint(endpoints.readSchema, () => openApi);
