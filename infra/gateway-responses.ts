import {
  AuthorizationType,
  type Method,
  MockIntegration,
  PassthroughBehavior,
  ResponseType,
  type RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import {
  type GatewayError,
  gatewayBody,
  gatewayError,
  gatewayErrors,
  gatewayHeaders,
} from '../shared/http/gateway-errors.ts';

/** The template for the body of an error that API Gateway itself returns; 5xx name the request. */
const template = (error: GatewayError) => JSON.stringify(gatewayBody(error, '$context.requestId'));

// Static header values must be quoted here.
const quoted = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => [name, `'${value}'`] as const);

const noRoute = gatewayError('RESOURCE_NOT_FOUND');

/** Only the catch-all route returns this; see addNoRoute. */
const wrongType: GatewayError = { ...noRoute, type: 'UNSUPPORTED_MEDIA_TYPE' };

/** Gives the errors that API Gateway itself returns the form and headers of our own. */
export const addGatewayResponses = (api: RestApi): void => {
  for (const error of [...gatewayErrors, wrongType]) {
    api.addGatewayResponse(`Error-${error.type}`, {
      type: ResponseType.of(error.type),
      statusCode: String(error.status),
      responseHeaders: Object.fromEntries(quoted(gatewayHeaders(error))),
      templates: { 'application/json': template(error) },
    });
  }
};

/**
 * Adds a catch-all route, also for a known path with another method. Without it the access log
 * would show the path itself as the route, and with it possibly a link token.
 */
export const addNoRoute = (api: RestApi): Method => {
  const statusCode = String(noRoute.status);
  const named = quoted(gatewayHeaders(noRoute)).map(([name, value]) => [
    `method.response.header.${name}`,
    value,
  ]);
  const integration = new MockIntegration({
    requestTemplates: { 'application/json': JSON.stringify({ statusCode: noRoute.status }) },
    // A body of another type has no template: API Gateway refuses it as an unsupported type.
    passthroughBehavior: PassthroughBehavior.NEVER,
    integrationResponses: [
      {
        statusCode,
        responseTemplates: { 'application/json': template(noRoute) },
        responseParameters: Object.fromEntries(named),
      },
    ],
  });
  return api.root.addResource('{proxy+}').addMethod('ANY', integration, {
    authorizationType: AuthorizationType.NONE,
    methodResponses: [
      {
        statusCode,
        responseParameters: Object.fromEntries(named.map(([name]) => [name, true])),
      },
    ],
  });
};
