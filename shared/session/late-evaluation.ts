import { notQueued } from '../contract/evaluation-queue.ts';
import { errorFacts, logger } from '../http/log.ts';
import { InterviewerError } from '../interviewer/interviewer.ts';
import { queueEvaluation } from './queue.ts';

/**
 * Puts an interview on the queue for a request that goes on without it.
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
