import * as z from 'zod';
import { InterviewType } from '../../../shared/domain/interview.ts';
import { Rubric } from '../../../shared/domain/rubric.ts';
import { readData, Split } from './data.ts';

const Benign = z.object({
  about: z.string(),
  questions: z.array(
    z.object({ id: z.string(), type: InterviewType, question: z.string(), rubric: Rubric }),
  ),
  answers: z.array(
    z.object({
      id: z.string(),
      question_id: z.string(),
      about: z.string(),
      split: Split,
      text: z.string(),
    }),
  ),
});

/** An answer that must not be flagged, with the question that it answers. */
export interface BenignAnswer {
  id: string;
  about: string;
  split: Split;
  question: string;
  rubric: Rubric;
  /** BCP 47. */
  language: string;
  text: string;
}

/** The benign answers of tests/data, each with its question. */
export const readBenign = async (): Promise<BenignAnswer[]> => {
  const { questions, answers } = await readData('benign-answers.json', Benign);
  return answers.map(({ question_id, ...answer }) => {
    const asked = questions.find(({ id }) => id === question_id);
    if (!asked) throw new Error(`There is no question ${question_id}`);
    return { ...answer, question: asked.question, rubric: asked.rubric, language: 'en-US' };
  });
};
