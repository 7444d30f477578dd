import * as z from 'zod';
import { InjectedFault, type OnRequest, withFaults } from './fault.ts';
import type { Handle, WireRequest } from './h2c-server.ts';
import { report } from './report.ts';
import {
  type FaultErrors,
  jsonErrorResponse,
  ServiceError,
  toServiceError,
} from './service-error.ts';

/** One API operation: takes the parsed JSON input, unchecked, and returns the JSON output. */
export type Operation = (input: unknown) => Promise<object>;

/** An operation whose input is checked by `schema`. */
export const operation =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (input: z.output<Schema>) => object | Promise<object>,
  ): Operation =>
  async (input) =>
    run(schema.parse(input));

interface JsonRpcService {
  /** The part of `x-amz-target` before the dot, for example `AmazonSSM`. */
  target: string;
  version: '1.0' | '1.1';
  operations: Record<string, Operation>;
  /** Operations that clients call without credentials. */
  unsigned?: readonly string[];
  /** The code that the service returns for input that breaks its model. */
  invalidInput: string;
  faults: FaultErrors;
  onRequest: OnRequest | undefined;
}

const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ServiceError('SerializationException', 'The body is not JSON.');
  }
};

const dispatch = async (service: JsonRpcService, request: WireRequest): Promise<object> => {
  const [target, name = ''] = (request.headers['x-amz-target'] ?? '').split('.');
  const run = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
  if (request.method !== 'POST' || target !== service.target || !run) {
    throw new ServiceError('UnknownOperationException', 'This operation is not served here.');
  }
  if (!request.headers.authorization && !service.unsigned?.includes(name)) {
    throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token', {
      status: 403,
    });
  }
  const input = parseJson(request.body);
  return withFaults(service.onRequest, name, input, () => run(input));
};

const describe = ({ issues }: z.ZodError): string => {
  const violations = issues.map(
    ({ path, message }) => `Value at '${path.join('.')}' failed to satisfy constraint: ${message}`,
  );
  const errors = violations.length === 1 ? 'error' : 'errors';
  return `${violations.length} validation ${errors} detected: ${violations.join('; ')}`;
};

const toAnswer = (service: JsonRpcService, error: unknown): ServiceError => {
  if (error instanceof ServiceError) return error;
  if (error instanceof InjectedFault) return toServiceError(error, service.faults);
  // Names the member and the rule, never the value: it may be a password.
  if (error instanceof z.ZodError) return new ServiceError(service.invalidInput, describe(error));
  // Clients try again.
  report(error);
  return service.faults.unavailable;
};

/** Dispatches AWS JSON 1.0 and 1.1 requests (`POST /` with `x-amz-target`) to the operations. */
export const serveJsonRpc = (service: JsonRpcService): Handle => {
  const contentType = `application/x-amz-json-${service.version}`;
  return async (request) => {
    try {
      const body = JSON.stringify(await dispatch(service, request));
      return { status: 200, headers: { 'content-type': contentType }, body };
    } catch (error) {
      return jsonErrorResponse(toAnswer(service, error), contentType);
    }
  };
};
