import { randomUUID } from 'node:crypto';
import { gatewayBody, gatewayError, gatewayHeaders } from '../../shared/http/gateway-errors.ts';
import type { WireResponse } from '../wire/h2c-server.ts';

/** API Gateway's payload limit, in bytes. */
export const payloadLimit = 10 * 1024 * 1024;

/** The answer of API Gateway's own for one of its response types. */
export const refusal = (
  type: string,
  request_id: string,
  changes: { status?: number; error?: string } = {},
): WireResponse => {
  const error = { ...gatewayError(type), ...changes };
  return {
    status: error.status,
    headers: { ...gatewayHeaders(error), 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(gatewayBody(error, request_id)),
  };
};

/** The answer to what never became a request. */
export const refuse = (status: number): WireResponse => {
  const request_id = randomUUID();
  if (status === 413) return refusal('REQUEST_TOO_LARGE', request_id);
  if (status === 431) {
    const error = 'The head of the request is larger than 16 KB';
    return refusal('REQUEST_TOO_LARGE', request_id, { status, error });
  }
  return refusal(status >= 500 ? 'DEFAULT_5XX' : 'DEFAULT_4XX', request_id);
};
