import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import type { WireRequest } from '../wire/h2c-server.ts';
import type { Route } from './routes.ts';

/** The event that API Gateway's REST API sends a function for this request. */
export const restEvent = (
  request: WireRequest,
  { row, params }: Route,
  request_id: string,
  claims: Record<string, string> | null,
): APIGatewayProxyEvent => {
  const resource = row.path.replace(/\/$/, '');
  return {
    resource,
    path: request.path,
    httpMethod: request.method,
    headers: request.headers,
    multiValueHeaders: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value]]),
    ),
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: Object.keys(params).length > 0 ? params : null,
    stageVariables: null,
    body: request.body.length > 0 ? request.body.toString('utf8') : null,
    isBase64Encoded: false,
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

interface Invocation {
  /** The folder of the function. */
  folder: string;
  request_id: string;
  /** How long it may take, in ms. */
  timeout: number;
}

/** Runs a function as Lambda does: its context says how much time is left, and then it is over. */
export const invoke = async <Event, Answer>(
  handler: (event: Event, context: Context) => Promise<Answer>,
  event: Event,
  { folder, request_id, timeout }: Invocation,
): Promise<Answer | 'timeout'> => {
  const ends = performance.now() + timeout;
  const forbidden = () => {
    throw new Error('Handlers return a promise');
  };
  const context: Context = {
    callbackWaitsForEmptyEventLoop: false,
    functionName: folder,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${folder}`,
    memoryLimitInMB: '512',
    awsRequestId: request_id,
    logGroupName: `/aws/lambda/${folder}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(ends - performance.now())),
    done: forbidden,
    fail: forbidden,
    succeed: forbidden,
  };
  const { promise, resolve } = Promise.withResolvers<'timeout'>();
  const timer = setTimeout(resolve, timeout, 'timeout');
  return Promise.race([handler(event, context), promise]).finally(() => clearTimeout(timer));
};
