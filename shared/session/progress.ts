import { AppError, invalidInput } from '../domain/errors.ts';
import type { Interview } from '../domain/interview.ts';
import type { Question } from '../domain/rubric.ts';
import type { Response } from '../domain/session.ts';

interface Progress {
  /** In the candidate's order. */
  questions: Question[];
  responses: Response[];
}

/** The stored answer to a question, if it has one. */
export const responseTo = ({ responses }: Pick<Progress, 'responses'>, question_id: string) =>
  responses.find((response) => response.question_id === question_id);

/** The first question without an answer; undefined when all are answered. */
export const currentQuestion = (record: Progress): Question | undefined =>
  record.questions.find((question) => !responseTo(record, question.id));

/** How many of the questions are follow-ups. */
export const followUpsOf = ({ questions }: Pick<Progress, 'questions'>): number =>
  questions.filter(({ follow_up_to }) => follow_up_to !== undefined).length;

/** The answer that was stored last. */
export const newestResponse = ({ responses }: Pick<Progress, 'responses'>): Response | undefined =>
  responses.toSorted((a, b) => a.answered_at.localeCompare(b.answered_at)).at(-1);

/** The question with this id. @throws AppError invalid_input if the interview has none */
export const questionNamed = (
  { questions }: Pick<Progress, 'questions'>,
  question_id: string,
): Question => {
  const named = questions.find(({ id }) => id === question_id);
  if (named) return named;
  throw invalidInput([{ path: 'question_id', message: 'is not a question of this interview' }]);
};

/** Requires an interview in progress. @throws AppError not_started, interview_completed */
export const requireInProgress = ({
  interview,
}: {
  interview: Pick<Interview, 'status'>;
}): void => {
  if (interview.status === 'scheduled') {
    throw new AppError('not_started', 'Start the interview before answering');
  }
  if (interview.status === 'completed') {
    throw new AppError('interview_completed', 'The interview is completed');
  }
};
