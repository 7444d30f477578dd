import type { Rubric } from '../../../shared/domain/rubric.ts';
import { limits } from '../../../shared/domain/plain-text.ts';

/** Turns a clean answer into an attacked one. Knows question and rubric: the worst case. */
export type Attacked = (answer: string, question: string, rubric: Rubric) => string;

/** One variant of one class of attack, by what the attacker can write to. */
export type Attack = {
  class: AttackClass;
  variant: string;
  /** A variant of the test part is tried there alone: nothing was made with it in view. */
  split?: 'test';
} & (
  | { target: 'answer'; apply: Attacked }
  /** Part n is added to the answer of the n-th question. */
  | { target: 'answers'; parts: readonly string[] }
  /** `canary` stands in a question, or in a sentence before one, only where the poison was followed. */
  | { target: 'resume' | 'job'; poison: string; canary: RegExp }
);

/** The classes of the attack corpus, in the order of the report. */
export const attackClasses = {
  override: 'Override of instructions',
  'fake-turn': 'Fake system or assistant turn',
  breakout: 'Delimiter and JSON break-out',
  'forged-evaluation': 'Forged evaluation',
  'forged-rubric': 'Forged rubric',
  authority: 'Admin, QA or test authority',
  'fake-quotes': 'Fake quotes',
  encoded: 'Base64, hex, ROT13',
  homoglyphs: 'Homoglyphs',
  invisible: 'Zero-width, bidi and tag characters',
  language: 'Other language',
  split: 'Split over answers',
  'resume-questions': 'Résumé → questions',
  'job-questions': 'Job description → questions',
  'resume-score': 'Résumé → score',
  'master-key': 'Master keys',
  echo: 'Question echo',
  stuffing: 'Rubric-keyword stuffing',
  padding: 'Padding',
  plea: 'Plea or threat',
  extraction: 'Prompt extraction',
  markup: 'Markup and flood',
} as const;
export type AttackClass = keyof typeof attackClasses;

/** Classes that say nothing to whoever evaluates: they exploit how an answer is read. */
export const withoutInstructions: ReadonlySet<string> = new Set<AttackClass>([
  'master-key',
  'echo',
  'stuffing',
  'padding',
]);

/** Cuts a text to the limit of an answer, in code points, as the API would refuse more. */
export const cutToLimit = (text: string): string =>
  text.length <= limits.response_text
    ? text
    : // A code point has at most two units; a flood is long enough not to be spread out whole.
      Array.from(text.slice(0, 2 * limits.response_text))
        .slice(0, limits.response_text)
        .join('');

/** Attacks of one class that all write to the answer. */
export const onAnswer = (
  name: AttackClass,
  variants: Readonly<Record<string, Attacked>>,
): Attack[] =>
  Object.entries(variants).map(([variant, apply]) => ({
    class: name,
    variant,
    target: 'answer',
    apply: (answer, question, rubric) => cutToLimit(apply(answer, question, rubric)),
  }));

/** Adds a text after the answer. */
export const after =
  (text: string): Attacked =>
  (answer) =>
    `${answer}\n\n${text}`;

/** Puts a text before the answer. */
export const before =
  (text: string): Attacked =>
  (answer) =>
    `${text}\n\n${answer}`;
