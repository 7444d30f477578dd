import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { BankCriterion } from './bank.ts';

const text = z.string().trim().min(10);

/** The stand-in's texts other than the questions of the bank, in one language. */
export const Texts = z.strictObject({
  closing: z.strictObject({
    /** Its first sentence says that there was no language model. */
    evaluation: text,
    unanswered: text,
    areas_for_improvement: text,
  }),
  /** After any answer: it says that there was no language model, and what helps everybody. */
  tip: text,
  /** Why it is not: only English is. */
  not_read: text,
  follow_up: z.array(text).min(1),
  /** Questions on a competency that is not in the bank: an occasion, then what is asked about it. */
  own: z.strictObject({ occasions: z.array(text.includes('{name}')), asks: z.array(text) }),
  /** Fits any question. */
  rubric: z.array(BankCriterion).min(2).max(3),
});
export type Texts = z.infer<typeof Texts>;

const folder = new URL('texts/', import.meta.url);
const known = new Map<string, Texts>();

/** The primary subtags that there are texts in. */
export const tongues: readonly string[] = readdirSync(folder).map(
  (name) => name.split('.')[0] ?? '',
);

/** The texts in a language; the English ones where there are none. */
export const textsIn = (tongue: string): Texts => {
  const spoken = tongues.includes(tongue) ? tongue : 'en';
  const texts =
    known.get(spoken) ??
    Texts.parse(JSON.parse(readFileSync(new URL(`${spoken}.json`, folder), 'utf8')));
  known.set(spoken, texts);
  return texts;
};
