import { type FaultKind, type OnRequest, InjectedFault as WireFault } from '../wire/fault.ts';
import type { FaultErrors } from '../wire/service-error.ts';
import {
  accessDenied,
  internalServerError,
  throughputExceeded,
  transactionCanceled,
  transactionConflict,
} from './errors.ts';

/** Thrown by an `onRequest` hook: the faults of every stand-in, and `conflict`. */
export class InjectedFault extends Error {
  override readonly name = 'InjectedFault';
  readonly kind: FaultKind | 'conflict';

  constructor(kind: FaultKind | 'conflict') {
    super(`injected fault: ${kind}`);
    this.kind = kind;
  }
}

export const faultErrors: FaultErrors = {
  throttle: throughputExceeded(),
  unavailable: internalServerError(503),
  'access-denied': accessDenied(),
};

/** The caller's hook, with `conflict` put as the answer that DynamoDB gives to that request. */
export function translateFaults(onRequest: OnRequest | undefined): OnRequest | undefined {
  if (!onRequest) return undefined;
  return async (operation, input, phase) => {
    try {
      await onRequest(operation, input, phase);
    } catch (error) {
      if (!(error instanceof InjectedFault)) throw error;
      if (error.kind !== 'conflict') throw new WireFault(error.kind);
      throw conflictFor(operation, input);
    }
  };
}

function conflictFor(operation: string, input: unknown) {
  if (!operation.startsWith('Transact')) return transactionConflict();
  const actions =
    typeof input === 'object' && input !== null && 'TransactItems' in input
      ? input.TransactItems
      : [];
  return transactionCanceled(
    (Array.isArray(actions) ? actions : []).map(() => ({
      Code: 'TransactionConflict',
      Message: 'Transaction is ongoing for the item',
    })),
  );
}
