import * as z from 'zod';
import { type FaultErrors, ServiceError } from '../wire/service-error.ts';
import {
  internalServerError,
  throughputExceeded,
  transactionCanceled,
  transactionConflict,
} from './errors.ts';

export const faults: FaultErrors = {
  throttle: throughputExceeded(),
  unavailable: internalServerError(503),
  'access-denied': new ServiceError(
    'com.amazon.coral.service#AccessDeniedException',
    'Not authorized.',
  ),
};

const Transaction = z.object({ TransactItems: z.array(z.unknown()) });

/** For an `onRequest` hook to throw: how DynamoDB reports a conflict with another request. */
export const conflictFor = (input: unknown): ServiceError => {
  const { data } = Transaction.safeParse(input);
  if (!data) return transactionConflict();
  const reason = { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' };
  return transactionCanceled(data.TransactItems.map(() => reason));
};
