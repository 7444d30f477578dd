import type { Question } from '../domain/rubric.ts';
import type { Response } from '../domain/session.ts';

interface Progress {
  /** In the candidate's order. */
  questions: Question[];
  responses: Response[];
}

/** The stored answer of a question, if it has one. */
export const responseTo = ({ responses }: Pick<Progress, 'responses'>, question_id: string) =>
  responses.find((response) => response.question_id === question_id);

/** The first question without an answer; undefined when all have one. */
export const currentQuestion = (record: Progress): Question | undefined =>
  record.questions.find((question) => !responseTo(record, question.id));

/** The answer that was stored last. */
export const newestResponse = ({ responses }: Pick<Progress, 'responses'>): Response | undefined =>
  responses.toSorted((a, b) => a.answered_at.localeCompare(b.answered_at)).at(-1);
