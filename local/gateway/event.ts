import { isUtf8 } from 'node:buffer';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { WireRequest } from '../wire/h2c-server.ts';
import type { Route } from './routes.ts';

/** The parameters of a query, or null if there are none; of a repeated one API Gateway takes the last. */
const valuesOf = <Value>(query: string, pick: (values: string[]) => Value) => {
  const sent = new URLSearchParams(query);
  if (sent.size === 0) return null;
  return Object.fromEntries([...sent.keys()].map((name) => [name, pick(sent.getAll(name))]));
};

/** The event that API Gateway's REST API sends a function for this request. */
export const restEvent = (
  request: WireRequest,
  { row, params }: Route,
  request_id: string,
  claims: Record<string, string> | null,
): APIGatewayProxyEvent => {
  // Bytes that are no text are handed on as they are, which API Gateway does in base64.
  const isText = isUtf8(request.body);
  const resource = row.path.replace(/\/$/, '');
  return {
    resource,
    path: request.path,
    httpMethod: request.method,
    headers: request.headers,
    multiValueHeaders: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value]]),
    ),
    queryStringParameters: valuesOf(request.query, (values) => values.at(-1) ?? ''),
    multiValueQueryStringParameters: valuesOf(request.query, (values) => values),
    pathParameters: Object.keys(params).length > 0 ? params : null,
    stageVariables: null,
    body: request.body.length > 0 ? request.body.toString(isText ? 'utf8' : 'base64') : null,
    isBase64Encoded: !isText,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      authorizer: claims ? { claims } : {},
      httpMethod: request.method,
      identity: {
        accessKey: null,
        accountId: null,
        apiKey: null,
        apiKeyId: null,
        caller: null,
        clientCert: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: '127.0.0.1',
        user: null,
        userAgent: request.headers['user-agent'] ?? null,
        userArn: null,
      },
      path: request.path,
      protocol: 'HTTP/1.1',
      requestId: request_id,
      requestTimeEpoch: Date.now(),
      resourceId: resource,
      resourcePath: resource,
      stage: 'local',
    },
  };
};
