import { coverage } from './evidence.ts';
import type { KnownCriterion } from './request.ts';
import { readSentence, type Sentence } from './sentences.ts';
import type { Word } from './words.ts';

/** Whole answers that a rubric gives as examples of right and wrong. */
export interface Exemplars {
  right: readonly Sentence[];
  wrong: readonly Sentence[];
}

const LISTED = /for example:\s*(.+)$/is;
const NEGATION = /\b(?:no|not|never|nothing|none|without|cannot|nobody)\b|n't\b/;
// A right example said with the opposite sign is half a match at the most.
const OPPOSITE = 0.7;

const listOf = (anchor: string, language: string) =>
  (LISTED.exec(anchor)?.[1] ?? '')
    .split(/;\s*/)
    .filter((example) => /[\p{L}\p{N}]/u.test(example))
    .map((example) => readSentence(example, language));

/** The examples that the anchors of a criterion list after "For example:", if its highest one does. */
export const exemplarsOf = (
  { high, low }: KnownCriterion,
  language: string,
): Exemplars | undefined => {
  const right = listOf(high, language);
  return right.length > 0 ? { right, wrong: listOf(low, language) } : undefined;
};

const telling = ({ words }: Sentence) => [
  ...new Map(words.filter(({ weight }) => weight > 0).map((word) => [word.stem, word])).values(),
];

/** Likeness of an answer to one example, 0–1: how much of each is in the other. */
const likeness = (answer: Sentence, example: Sentence) => {
  const found = coverage(telling(example), answer);
  const meant = coverage(telling(answer), example);
  const sameSign = NEGATION.test(answer.folded) === NEGATION.test(example.folded);
  return found + meant > 0
    ? ((2 * found * meant) / (found + meant)) * (sameSign ? 1 : OPPOSITE)
    : 0;
};

const nearest = (answer: Sentence, examples: readonly Sentence[]) =>
  Math.max(0, ...examples.map((example) => likeness(answer, example)));

/** From which share on a level is given: level 2, 3, 4, 5. Fitted on the Khan short answers. */
export const EXEMPLAR_LEVELS = [0.1, 0.33, 0.45, 0.6] as const;

/**
 * How right an answer is by the examples and by the words of what is wanted; 0 where it only says
 * words of the question back that no right example has. `asked` is the sentence that asks.
 */
export const shareByExemplars = (
  answer: Sentence,
  { right, wrong }: Exemplars,
  { wanted, asked }: { wanted: readonly Sentence[]; asked: Sentence | undefined },
): number => {
  const said = telling(answer);
  const isNew = ({ stem }: Word) =>
    !asked?.stems.has(stem) || right.some((example) => example.stems.has(stem));
  if (!said.some(isNew)) return 0;
  const words = wanted.map((phrase) => coverage(telling(phrase), answer));
  const criteria = words.reduce((sum, share) => sum + share, 0) / Math.max(1, words.length);
  return nearest(answer, right) - 0.6 * nearest(answer, wrong) + 0.4 * criteria;
};
