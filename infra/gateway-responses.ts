import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { type GatewayError, gatewayErrors } from '../shared/http/gateway-errors.ts';
import { commonHeaders } from '../shared/http/statuses.ts';

/** The body of an error that API Gateway makes, as its template; 5xx name the request. */
const template = ({ status, error, code }: GatewayError) =>
  JSON.stringify({ error, code, ...(status >= 500 && { request_id: '$context.requestId' }) });

/** Gives the errors that API Gateway makes itself the form and headers of our own. */
export const addGatewayResponses = (api: RestApi): void => {
  const responseHeaders = Object.fromEntries(
    // Static values of headers are written in quotes here.
    Object.entries(commonHeaders).map(([name, value]) => [name, `'${value}'`]),
  );
  for (const error of gatewayErrors) {
    api.addGatewayResponse(`Error-${error.type}`, {
      type: ResponseType.of(error.type),
      statusCode: String(error.status),
      responseHeaders,
      templates: { 'application/json': template(error) },
    });
  }
};
