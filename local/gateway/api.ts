import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { needsLogin } from '../../shared/contract/endpoint-row.ts';
import { endpoints } from '../../shared/contract/endpoints.ts';
import { isPreflight, preflightHeaders, sharedHeaders } from '../../shared/http/cors.ts';
import { routedPath } from '../../shared/links/link-address.ts';
import type { WireRequest, WireResponse } from '../wire/h2c-server.ts';
import type { Authorizer } from './authorizer.ts';
import { restEvent } from './event.ts';
import { type Handler, invoke, load } from './lambda.ts';
import { refusal } from './refusal.ts';
import { findRoute } from './routes.ts';

type ApiHandler = Handler<APIGatewayProxyEvent, APIGatewayProxyResult>;

interface Api {
  authorize: Authorizer;
  /** How long a function may take, in ms; API Gateway's limit by default. */
  timeout: number | undefined;
  /** The same for what recruiters call, such as to have questions written. */
  recruiterTimeout?: number;
  /** Whose pages may call beside our own. */
  origins?: readonly string[];
}

const apiGatewayTimeout = 29_000;

const isEncoded = (path: string) => {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
};

type Answer = (request: WireRequest) => Promise<WireResponse>;

/** Adds whether pages of another origin may read an answer, as the distribution does. */
export const shared = (
  origins: readonly string[],
  origin: string,
  { headers, ...answer }: WireResponse,
): WireResponse => ({ ...answer, headers: { ...headers, ...sharedHeaders(origins, origin) } });

/** The same for a request, and the answers that the distribution gives itself. */
const sharing =
  (origins: readonly string[], answer: Answer): Answer =>
  async (request) => {
    const { origin = '', 'access-control-request-method': asked = '' } = request.headers;
    const own = isPreflight(origins, request.method, origin, asked);
    return shared(
      origins,
      origin,
      own ? { status: 204, headers: preflightHeaders } : await answer(request),
    );
  };

/** Answers requests as API Gateway does behind the distribution: routes, authorizer, errors. */
export const serveApi = ({
  authorize,
  timeout: candidateTimeout = apiGatewayTimeout,
  recruiterTimeout = candidateTimeout,
  origins = [],
}: Api) => {
  return sharing(origins, async (sent) => {
    const request_id = randomUUID();
    const request = { ...sent, path: routedPath(sent.path) };
    if (!isEncoded(request.path)) return refusal('BAD_REQUEST_PARAMETERS', request_id);
    const route = findRoute(Object.values(endpoints), request.method, request.path);
    if (!route) return refusal('MISSING_AUTHENTICATION_TOKEN', request_id);
    const { access, folder } = route.row;
    const timeout = needsLogin(access) ? recruiterTimeout : candidateTimeout;
    const claims = needsLogin(access) ? await authorize(request.headers.authorization) : null;
    if (needsLogin(access) && !claims) return refusal('UNAUTHORIZED', request_id);
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
  });
};
