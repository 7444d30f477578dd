import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { InterviewType } from '../../../shared/domain/interview.ts';
import { Level, Rubric } from '../../../shared/domain/rubric.ts';

const data = new URL('../../../tests/data/', import.meta.url);

/** Reads one file of our own data and checks its shape. */
export const readData = async <T>(name: string, shape: z.ZodType<T>): Promise<T> =>
  shape.parse(JSON.parse(await readFile(new URL(name, data), 'utf8')));

export const LabelledQuestion = z.object({
  id: z.string(),
  type: InterviewType,
  trade: z.string(),
  question: z.string(),
  rubric: Rubric,
  answers: z.array(z.object({ level: Level, text: z.string() })),
});
/** An interview question with its rubric and answers written at known levels. */
export type LabelledQuestion = z.infer<typeof LabelledQuestion>;

const File = z.object({ about: z.string(), questions: z.array(LabelledQuestion) });

/** Our own set: `tuning` may be looked at while improving an interviewer, `held-out` may not. */
export const readInterviewAnswers = async (part: 'tuning' | 'held-out') => {
  const name = part === 'tuning' ? 'interview-answers.json' : 'interview-answers-held-out.json';
  return (await readData(name, File)).questions;
};

const Paraphrases = z.object({
  about: z.string(),
  paraphrases: z.array(z.object({ question_id: z.string(), level: Level, text: z.string() })),
});

/** Answers of the tuning part in other words. */
export const readParaphrases = async () =>
  (await readData('paraphrases.json', Paraphrases)).paraphrases;

/** One answer of a question by its level. Throws if there is none: the data is wrong. */
export const answerAt = (question: LabelledQuestion, level: number): string => {
  const found = question.answers.find((answer) => answer.level === level);
  if (!found) throw new Error(`${question.id} has no answer at level ${level}`);
  return found.text;
};

/** A question of the set by its id. Throws if there is none: the data is wrong. */
export const questionNamed = (questions: readonly LabelledQuestion[], id: string) => {
  const found = questions.find((question) => question.id === id);
  if (!found) throw new Error(`There is no question ${id}`);
  return found;
};
