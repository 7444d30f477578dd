import { ServiceError } from '../wire/service-error.ts';
import type { Item } from './attribute-value.ts';

const dynamoDb = 'com.amazonaws.dynamodb.v20120810#';

/** The request breaks a rule that can be checked from it alone, or with the tables' keys. */
export const validationException = (message: string) =>
  new ServiceError('com.amazon.coral.validate#ValidationException', message);

export const resourceNotFound = () =>
  new ServiceError(`${dynamoDb}ResourceNotFoundException`, 'Requested resource not found');

/** A single write whose condition did not hold; `item` only if the caller asked for it. */
export const conditionalCheckFailed = (item?: Item) =>
  new ServiceError(
    `${dynamoDb}ConditionalCheckFailedException`,
    'The conditional request failed',
    item && { fields: { Item: item } },
  );

/** The reason why one action of a transaction failed, or `{ Code: 'None' }` if it did not. */
export interface CancellationReason {
  Code: string;
  Message?: string;
  Item?: Item;
}

/** The reasons are in the order of the actions. */
export const transactionCanceled = (reasons: CancellationReason[]) =>
  new ServiceError(
    `${dynamoDb}TransactionCanceledException`,
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
    { fields: { CancellationReasons: reasons } },
  );

export const transactionConflict = () =>
  new ServiceError(
    `${dynamoDb}TransactionConflictException`,
    'Transaction is ongoing for the item',
  );

export const idempotentParameterMismatch = () =>
  new ServiceError(
    `${dynamoDb}IdempotentParameterMismatchException`,
    'The same ClientRequestToken was used with other parameters.',
  );

export const throughputExceeded = () =>
  new ServiceError(
    `${dynamoDb}ProvisionedThroughputExceededException`,
    'The level of configured provisioned throughput for the table was exceeded.',
  );

export const internalServerError = (status: 500 | 503) =>
  new ServiceError(`${dynamoDb}InternalServerError`, 'Internal server error', { status });

/** Whether `error` is the service's own error of that name, whatever its namespace. */
export const isServiceError = (error: unknown, name: string): error is ServiceError =>
  error instanceof ServiceError && error.code.endsWith(`#${name}`);

const messageOf = (body: object): string => {
  if ('message' in body) return String(body.message);
  return 'Message' in body ? String(body.Message) : '';
};

/** dynalite's refusals are errors with a status and a body; anything else stays as it is. */
export const fromDynalite = (error: unknown): unknown => {
  if (!(error instanceof Error && 'statusCode' in error && 'body' in error)) return error;
  const { statusCode, body } = error;
  if (typeof statusCode !== 'number' || typeof body !== 'object' || body === null) return error;
  const type = '__type' in body ? String(body.__type) : `${dynamoDb}InternalServerError`;
  // The body's message first: dynalite changes it when it sends the response.
  return new ServiceError(type, messageOf(body) || error.message, { status: statusCode });
};
