import { Aws, Duration, Fn } from 'aws-cdk-lib';
import type { ErrorResponse } from 'aws-cdk-lib/aws-cloudfront';
import { isPreflight, preflightHeaders } from '../shared/http/cors.ts';
import { pageAt } from '../shared/http/page-address.ts';
import { routedPath, tokenSent } from '../shared/links/link-address.ts';

/** Names the viewer for the firewall's limits; set for each request, whatever the client sent. */
export const viewerHeader = 'x-talaro-viewer';

/** Shows the firewall that a request came through the distribution, which alone knows its value. */
export const edgeHeader = 'x-talaro-edge';

/**
 * The value of the header: the random part of the stack's id, `…:stack/<name>/<uuid>`. Outsiders do
 * not know it, and those who do gain nothing but limits of their own choice; see ADR 013.
 */
export const edgeMark = Fn.select(2, Fn.split('/', Aws.STACK_ID));

const preflightAnswer = {
  statusCode: 204,
  statusDescription: 'No Content',
  headers: Object.fromEntries(
    Object.entries(preflightHeaders).map(([name, value]) => [name, { value }]),
  ),
};

const declared = (origins: readonly string[]) => `const isPreflight = ${isPreflight};
const origins = ${JSON.stringify(origins)};
const preflightAnswer = ${JSON.stringify(preflightAnswer)};
const sent = (request, name) => request.headers[name] ? request.headers[name].value : '';
`;

const answered = `
  const origin = sent(request, 'origin');
  if (isPreflight(origins, request.method, origin, sent(request, 'access-control-request-method'))) {
    preflightAnswer.headers['access-control-allow-origin'] = { value: origin };
    return preflightAnswer;
  }`;

/**
 * What runs at the edge for each request to the API; local/gateway/api.ts follows the same rules. It
 * answers preflights of these origins itself: the API has no route for them.
 */
export const atTheEdge = (origins: readonly string[]): string => {
  const isShared = origins.length > 0;
  return `const tokenSent = ${tokenSent};
const routedPath = ${routedPath};
${isShared ? declared(origins) : ''}function handler(event) {
  const request = event.request;${isShared ? answered : ''}
  request.headers['${viewerHeader}'] = { value: event.viewer.ip };
  request.uri = routedPath(request.uri);
  return request;
}`;
};

/** What runs at the edge for each request for a page; local/gateway/site.ts follows the same rule. */
export const pagesAtTheEdge = `const pageAt = ${pageAt};
function handler(event) {
  const request = event.request;
  const page = pageAt(request.uri);
  if (page.endsWith('/')) {
    return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: page } } };
  }
  request.uri = page;
  return request;
}`;

/** The errors that CloudFront can be told about. Source: its developer guide, "Configure error responses". */
const statuses = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/**
 * No error is cached: by default CloudFront keeps most of them for ten seconds, whatever their
 * `Cache-Control`, and a link that has just opened would still be refused. Bodies stay as they are.
 */
export const uncachedErrors: ErrorResponse[] = statuses.map((httpStatus) => ({
  httpStatus,
  ttl: Duration.seconds(0),
}));
