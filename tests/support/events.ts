import type { APIGatewayProxyEvent, Context } from 'aws-lambda';

interface Request {
  method?: string;
  path?: string;
  /** Sent as JSON, unless it is a string: that is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  /** The claims that the authorizer verified; absent without an authorizer. */
  claims?: Record<string, unknown>;
  base64?: boolean;
}

/** The claims of a recruiter as API Gateway passes them on. */
export const recruiterClaims = {
  sub: 'recruiter-1',
  'cognito:groups': 'recruiter',
  scope: 'aws.cognito.signin.user.admin',
};

const sent = (body: unknown, base64: boolean) => {
  if (body === undefined) return null;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return base64 ? Buffer.from(text).toString('base64') : text;
};

/** A request as a REST API passes it to a Lambda function. */
export const apiEvent = (request: Request = {}): APIGatewayProxyEvent => {
  const { method = 'POST', path = '/api/x/', headers = {}, base64 = false } = request;
  return {
    httpMethod: method,
    path,
    resource: path,
    headers: { 'content-type': 'application/json', ...headers },
    multiValueHeaders: {},
    pathParameters: request.params ?? null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    stageVariables: null,
    body: sent(request.body, base64),
    isBase64Encoded: base64,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      authorizer: request.claims ? { claims: request.claims } : null,
      httpMethod: method,
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
        sourceIp: '192.0.2.1',
        user: null,
        userAgent: 'vitest',
        userArn: null,
      },
      path,
      protocol: 'HTTP/1.1',
      requestId: 'request-1',
      requestTimeEpoch: 0,
      resourceId: 'resource',
      resourcePath: path,
      stage: 'prod',
    },
  };
};

/** Lambda's second argument, with this much time left in ms. */
export const lambdaContext = (remaining = 29_000): Context => ({
  awsRequestId: 'invocation-1',
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'function',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:function',
  memoryLimitInMB: '512',
  logGroupName: 'group',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => remaining,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});
