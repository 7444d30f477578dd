import * as z from 'zod';
import { InterviewType } from '../../../shared/domain/interview.ts';
import { Level, Rubric } from '../../../shared/domain/rubric.ts';
import { readData, Split } from './data.ts';

/** The sets of questions, by whose rubrics they have or in which language they are. */
export const setTitles = {
  own: 'rubrics by hand',
  bank: 'rubrics of the bank',
  model: 'rubrics of a model',
  german: 'German',
  spanish: 'Spanish',
  other: 'Turkish and Swedish',
} as const;
export type SetName = keyof typeof setTitles;

/** Texts that say nothing, and what makes them look as if they did. */
export const hollowClasses = {
  star: 'Situation, task, action, result without content',
  denial: '“I never …” with the evidence',
  because: '“because” over and over',
  encyclopedia: 'sentences of an encyclopedia',
  praise: 'praise in the third person',
} as const;
export type HollowClass = keyof typeof hollowClasses;

export const Answers = z.array(z.object({ level: Level, text: z.string() }));
/** Answers that are told well and complete but show a warning sign of one criterion, from 1. */
export const HarmfulAnswers = z.array(
  z.object({ criterion: z.int().min(1), held_at: Level, text: z.string() }),
);
export const HollowAnswers = z.array(
  z.object({ class: z.literal(Object.keys(hollowClasses) as HollowClass[]), text: z.string() }),
);

/** An interview question with its rubric and answers of known worth. */
export interface LabelledQuestion {
  id: string;
  split: Split;
  set: SetName;
  /** BCP 47. */
  language: string;
  type: z.infer<typeof InterviewType>;
  question: string;
  rubric: Rubric;
  /** One at each level, or none. */
  answers: z.infer<typeof Answers>;
  /** By people who need few words. */
  concise: z.infer<typeof Answers>;
  harmful: z.infer<typeof HarmfulAnswers>;
  hollow: z.infer<typeof HollowAnswers>;
}

const File = z.object({
  about: z.string(),
  questions: z.array(
    z.object({
      id: z.string(),
      split: Split,
      type: InterviewType,
      trade: z.string(),
      question: z.string(),
      rubric: Rubric,
      answers: Answers,
    }),
  ),
});

/** The questions whose rubrics were written by hand. */
export const readOwnQuestions = async (): Promise<LabelledQuestion[]> =>
  (await readData('interview-answers.json', File)).questions.map(({ trade: _, ...question }) => ({
    ...question,
    set: 'own',
    language: 'en-US',
    concise: [],
    harmful: [],
    hollow: [],
  }));

export const isEnglish = ({ language }: Pick<LabelledQuestion, 'language'>) =>
  language.startsWith('en');

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
