import { AppError } from '../domain/errors.ts';
import { gatewayError } from './gateway-errors.ts';
import { errorFacts, logger } from './log.ts';
import { statuses } from './statuses.ts';

/**
 * What a client is told of an error, and its status. One that nobody foresaw is logged, and so is the
 * cause of one of our failures.
 * @param facts the request's id, and what else the log is to say
 */
export const refusalOf = (
  error: unknown,
  facts: { request_id: string; [fact: string]: string | number | boolean },
) => {
  const known = error instanceof AppError ? error : null;
  if (!known) logger.error('request failed', { ...facts, error: errorFacts(error) });
  const code = known?.code ?? 'internal_error';
  const status = statuses[code];
  if (known?.cause !== undefined && status >= 500) {
    logger.warn('request refused', { ...facts, code, cause: errorFacts(known.cause) });
  }
  const { request_id } = facts;
  return {
    status,
    retry_after: known?.retry_after,
    body: {
      error: known?.message ?? gatewayError('DEFAULT_5XX').error,
      code,
      ...known?.details,
      ...(status >= 500 && { request_id }),
    },
  };
};
