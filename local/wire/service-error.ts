import type { FaultKind, InjectedFault } from './fault.ts';
import type { WireResponse } from './h2c-server.ts';

/** An error that the real service returns: the SDK derives its exception class from `code`. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: string;
  readonly status: number;
  readonly fields: Record<string, unknown>;

  constructor(
    code: string,
    message: string,
    { status = 400, fields = {} }: { status?: number; fields?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}

/** One service's errors for the faults that have a response; `hang` and `drop` have none. */
export type FaultErrors = Record<Exclude<FaultKind, 'hang' | 'drop'>, ServiceError>;

/** The service's own error for an injected fault; throws the fault again if it has no response. */
export const toServiceError = (fault: InjectedFault, errors: FaultErrors): ServiceError => {
  if (fault.kind === 'hang' || fault.kind === 'drop') throw fault;
  return errors[fault.kind];
};

/** The body and header from which the SDK's JSON protocols (RPC and REST) read an error. */
export const jsonErrorResponse = (error: ServiceError, contentType: string): WireResponse => ({
  status: error.status,
  headers: { 'content-type': contentType, 'x-amzn-errortype': error.code },
  body: JSON.stringify({ __type: error.code, message: error.message, ...error.fields }),
});
