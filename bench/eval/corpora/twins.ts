import * as z from 'zod';
import { Level, type Rubric } from '../../../shared/domain/rubric.ts';
import { readData, type Split } from './data.ts';
import { answerAt, type LabelledQuestion, questionNamed } from './labelled.ts';

const Twins = z.object({
  about: z.string(),
  templates: z.array(
    z.object({
      kind: z.enum(['name', 'pronoun']),
      question_id: z.string(),
      text: z.string(),
      variants: z.array(z.array(z.string())).min(2),
    }),
  ),
  twins: z.array(
    z.object({
      kind: z.enum(['dialect', 'learner', 'length']),
      question_id: z.string(),
      level: Level,
      text: z.string(),
    }),
  ),
});

/** Two answers of the same content that must score the same. */
export interface TwinPair {
  kind: 'name' | 'pronoun' | 'dialect' | 'learner' | 'length';
  /** That of the question. */
  split: Split;
  question: string;
  rubric: Rubric;
  base: string;
  twin: string;
}

/** Replaces `{0}`, `{1}` … with the variant's words, capitalised at the start of a sentence. */
export const fillTemplate = (text: string, words: readonly string[]): string =>
  text.replace(/((?:^|[.!?] )?)\{(\d)\}/g, (_, before: string, place: string, at: number) => {
    const word = words[Number(place)] ?? '';
    const starts = at === 0 || before !== '';
    return before + (starts ? word.charAt(0).toUpperCase() + word.slice(1) : word);
  });

/** The fairness twins; template twins are each compared with the template's first variant. */
export const readTwins = async (questions: readonly LabelledQuestion[]): Promise<TwinPair[]> => {
  const { templates, twins } = await readData('fairness-twins.json', Twins);
  const filled = templates.flatMap(({ kind, question_id, text, variants }) => {
    const { split, question, rubric } = questionNamed(questions, question_id);
    const [base = '', ...others] = variants.map((words) => fillTemplate(text, words));
    return others.map((twin): TwinPair => ({ kind, split, question, rubric, base, twin }));
  });
  const written = twins.map(({ kind, question_id, level, text }): TwinPair => {
    const asked = questionNamed(questions, question_id);
    const { split, question, rubric } = asked;
    return { kind, split, question, rubric, base: answerAt(asked, level), twin: text };
  });
  return [...filled, ...written];
};
