import { notQueued } from '../contract/evaluation-queue.ts';
import { errorFacts, logger } from '../http/log.ts';
import { InterviewerError } from '../interviewer/interviewer.ts';
import { connectQueue } from './queue.ts';

/**
 * Seconds until the first late attempt: longer than the request that queues it may take, so that
 * that request's own attempt is over by then.
 */
const delay = 45;

/**
 * Puts an interview on the queue, which completes its evaluation later if that is still missing.
 * @throws the SDK's error if the queue does not take it
 */
export const queueEvaluation = (queue_url: string) => {
  const send = connectQueue(queue_url);
  return (interview_id: string): Promise<void> => send({ interview_id }, delay);
};

/**
 * The same for a request that goes on without the queue.
 * Never throws: an answer is not refused because of it. An alarm notifies operators, and a
 * recruiter can request the evaluation.
 */
export const evaluateLater = (queue_url: string) => {
  const queue = queueEvaluation(queue_url);
  return async (interview_id: string): Promise<void> => {
    try {
      await queue(interview_id);
    } catch (error) {
      logger.error(notQueued, { interview_id, error: errorFacts(error) });
    }
  };
};

/** Logs why the interviewer could not do its work now. */
export const reportPostponed = (interview_id: string, why: unknown): void => {
  const failure = why instanceof InterviewerError ? why.failure : 'error';
  logger.warn('evaluation postponed', { interview_id, failure, error: errorFacts(why) });
};
