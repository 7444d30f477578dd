import {
  AuthorizationType,
  type Method,
  MockIntegration,
  PassthroughBehavior,
  ResponseType,
  type RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { type GatewayError, gatewayError, gatewayErrors } from '../shared/http/gateway-errors.ts';
import { commonHeaders } from '../shared/http/statuses.ts';

/** The body of an error that API Gateway makes, as its template; 5xx name the request. */
const template = ({ status, error, code }: GatewayError) =>
  JSON.stringify({ error, code, ...(status >= 500 && { request_id: '$context.requestId' }) });

// Static values of headers are written in quotes here.
const quotedHeaders = Object.entries(commonHeaders).map(([name, value]) => [name, `'${value}'`]);

const noRoute = gatewayError('RESOURCE_NOT_FOUND');

/** Only the route for everything else answers this; see addNoRoute. */
const wrongType: GatewayError = { ...noRoute, type: 'UNSUPPORTED_MEDIA_TYPE' };

/** Gives the errors that API Gateway makes itself the form and headers of our own. */
export const addGatewayResponses = (api: RestApi): void => {
  for (const error of [...gatewayErrors, wrongType]) {
    api.addGatewayResponse(`Error-${error.type}`, {
      type: ResponseType.of(error.type),
      statusCode: String(error.status),
      responseHeaders: Object.fromEntries(quotedHeaders),
      templates: { 'application/json': template(error) },
    });
  }
};

/**
 * Adds a route for whatever has none, also a known path with another method. Without it the access
 * log would show as their route the path itself, and with that perhaps a link token.
 */
export const addNoRoute = (api: RestApi): Method => {
  const statusCode = String(noRoute.status);
  const named = quotedHeaders.map(([name, value]) => [`method.response.header.${name}`, value]);
  const integration = new MockIntegration({
    requestTemplates: { 'application/json': JSON.stringify({ statusCode: noRoute.status }) },
    // A body of another type has no template: API Gateway answers it as an unsupported type.
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
