import { endpoints } from '../../shared/contract/endpoints.ts';
import { openApi } from '../../shared/contract/open-api.ts';
import { endpoint } from '../../shared/http/endpoint.ts';

const document = openApi(endpoints);

export const handler = endpoint(endpoints.readSchema, () => document);
