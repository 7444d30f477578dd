import { errorFacts, logger } from '../http/log.ts';
import { InterviewerError } from '../interviewer/interviewer.ts';
import { connectQueue } from './queue.ts';

/**
 * Seconds until the first late attempt: longer than the request that asks for it may take, so that
 * its own attempt is over by then.
 */
const delay = 45;

/**
 * Puts an interview on the queue, to have made up what is missing of its evaluation by then.
 * Never throws: what is missing is found again by the next complete or by a recruiter.
 */
export const evaluateLater = (queue_url: string) => {
  const send = connectQueue(queue_url);
  return async (interview_id: string): Promise<void> => {
    try {
      await send({ interview_id }, delay);
    } catch (error) {
      logger.error('evaluation not queued', { interview_id, error: errorFacts(error) });
    }
  };
};

/** Logs why the interviewer could not do now what was asked of it. */
export const reportPostponed = (interview_id: string, why: unknown): void => {
  const failure = why instanceof InterviewerError ? why.failure : 'error';
  logger.warn('evaluation postponed', { interview_id, failure, error: errorFacts(why) });
};
