import { AppError } from '../domain/errors.ts';
import { isBlank } from '../domain/plain-text.ts';
import { responseTo } from '../session/progress.ts';
import type { InterviewRecord } from '../table/interviews.ts';

/** The numbers, from 1, of the questions with a draft that is not blank, and without an answer. */
const unsentOf = (record: Pick<InterviewRecord, 'questions' | 'responses' | 'drafts'>): number[] =>
  record.questions.flatMap(({ id }, n) => {
    const draft = record.drafts.find(({ question_id }) => question_id === id);
    return draft && !isBlank(draft.text) && !responseTo(record, id) ? [n + 1] : [];
  });

/**
 * Adds `unsent_questions` to a refusal that the link of an interview in progress has expired. Only
 * then does it read, so that no other request waits for drafts.
 * @param read the interview with its drafts
 */
export const withUnsent = async <Answer>(
  read: () => Promise<InterviewRecord | null>,
  answer: Promise<Answer>,
): Promise<Answer> => {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'link_expired') throw error;
    const record = error.details.status === 'in_progress' ? await read() : null;
    // Cancelled since: what was read first stands.
    if (!record || record.interview.status === 'cancelled') throw error;
    const { status } = record.interview;
    const unsent = status === 'in_progress' ? { unsent_questions: unsentOf(record) } : {};
    throw new AppError(error.code, error.message, {
      details: { ...error.details, status, ...unsent },
      cause: error,
    });
  }
};
