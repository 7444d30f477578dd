import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { endpoints } from '../../shared/contract/endpoints.ts';
import { gatewayError } from '../../shared/http/gateway-errors.ts';
import { commonHeaders } from '../../shared/http/statuses.ts';
import type { WireRequest, WireResponse } from '../wire/h2c-server.ts';
import type { Authorizer } from './authorizer.ts';
import { restEvent } from './event.ts';
import { type Handler, invoke, load } from './lambda.ts';
import { findRoute } from './routes.ts';

type ApiHandler = Handler<APIGatewayProxyEvent, APIGatewayProxyResult>;

interface Api {
  authorize: Authorizer;
  /** How long a function may take, in ms; API Gateway's limit by default. */
  timeout: number | undefined;
  /** The same for what recruiters call, such as to have questions written. */
  recruiterTimeout?: number;
}

/** API Gateway's payload limit, in bytes. */
const payloadLimit = 10 * 1024 * 1024;
const apiGatewayTimeout = 29_000;

const refusal = (type: string, request_id: string): WireResponse => {
  const { status, error, code } = gatewayError(type);
  return {
    status,
    headers: { ...commonHeaders, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ error, code, ...(status >= 500 && { request_id }) }),
  };
};

/** Answers requests as API Gateway does, with its routes, authorizer, limits and errors. */
export const serveApi = ({
  authorize,
  timeout: candidateTimeout = apiGatewayTimeout,
  recruiterTimeout = candidateTimeout,
}: Api) => {
  return async (request: WireRequest): Promise<WireResponse> => {
    const request_id = randomUUID();
    const route = findRoute(Object.values(endpoints), request.method, request.path);
    if (!route) return refusal('MISSING_AUTHENTICATION_TOKEN', request_id);
    if (request.body.length > payloadLimit) return refusal('REQUEST_TOO_LARGE', request_id);
    const { access, folder } = route.row;
    const timeout = access === 'recruiter' ? recruiterTimeout : candidateTimeout;
    const claims = access === 'recruiter' ? await authorize(request.headers.authorization) : null;
    if (access === 'recruiter' && !claims) return refusal('UNAUTHORIZED', request_id);
    try {
      const handler = await load<ApiHandler>(folder);
      const event = restEvent(request, route, request_id, claims);
      const answer = await invoke(handler, event, { folder, request_id, timeout });
      if (answer === 'timeout') return refusal('INTEGRATION_TIMEOUT', request_id);
      const headers = Object.fromEntries(
        Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)]),
      );
      const body = answer.isBase64Encoded ? Buffer.from(answer.body, 'base64') : answer.body;
      return { status: answer.statusCode, headers, body: request.method === 'HEAD' ? '' : body };
    } catch (error) {
      console.error(`The function ${folder} crashed:`, error);
      return refusal('INTEGRATION_FAILURE', request_id);
    }
  };
};
