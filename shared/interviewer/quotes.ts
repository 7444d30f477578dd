import type { Rubric } from '../domain/rubric.ts';
import { type FoldedText, fold, original, type Span, substance, words } from './folded-text.ts';

/** What a quote turned out to be. */
export type QuoteVerdict =
  | { kind: 'evidence'; passage: string }
  /** It does not stand in the answer. */
  | { kind: 'not_found' }
  /** It stands there, and shows nothing: too short, said back, or meant for the evaluator. */
  | { kind: 'no_evidence' };

export type QuoteCheck = (quote: string) => QuoteVerdict;

/** Letters and digits below which a passage carries nothing, unless the whole answer is shorter. */
const leastSubstance = 6;

/** Words of the rubric in a row that nobody says by chance. */
const rubricRun = 8;

/**
 * A check of quotes against one answer.
 *
 * A quote stands in the answer if it does so after folding (Unicode form, typographic quotes and
 * dashes, white space, invisible characters; case matters). What comes back is the passage exactly as
 * it stands in the answer. No evidence are: fewer than six letters in a longer answer, the question said
 * back, eight or more words of the rubric said back, and what stands in `excluded` only – passages
 * that speak to the evaluator.
 */
export const quoteCheck = (
  answer: string,
  { question, rubric }: { question: string; rubric: Rubric },
  excluded: readonly Span[] = [],
): QuoteCheck => {
  const folded = fold(answer);
  const least = Math.min(leastSubstance, substance(folded.text));
  const asked = words(question);
  const wanted = rubricTexts(rubric).map(words);

  return (quote) => {
    const found = findAll(folded, quote);
    if (found.length === 0) return { kind: 'not_found' };
    const span = found.find((one) => !excluded.some((other) => within(one, other)));
    if (!span) return { kind: 'no_evidence' };
    const passage = answer.slice(span.start, span.end);
    const said = words(passage);
    const isEvidence =
      said.length > 0 &&
      substance(passage) >= least &&
      !isSaidBack(said, asked) &&
      !(said.length >= rubricRun && wanted.some((text) => isSaidBack(said, text)));
    return isEvidence ? { kind: 'evidence', passage } : { kind: 'no_evidence' };
  };
};

const rubricTexts = ({ criteria }: Rubric): string[] =>
  criteria.flatMap(({ name, anchors, evidence_wanted }) => [
    name,
    anchors[1],
    anchors[3],
    anchors[5],
    ...evidence_wanted,
  ]);

const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;

/** What models put around a quote: quotation marks, dots for what was left out, a full stop. */
const wrapping = /^[\s"'.[\]]+|[\s"'.,;:[\]]+$/g;

/** Where a quote stands in the answer: as given, or else without what a model may put around it. */
const findAll = (folded: FoldedText, quote: string): Span[] => {
  const wanted = fold(quote).text.trim();
  const spans = occurrences(folded, wanted);
  return spans.length > 0 ? spans : occurrences(folded, wanted.replace(wrapping, ''));
};

const occurrences = (folded: FoldedText, wanted: string): Span[] => {
  const spans: Span[] = [];
  if (wanted === '') return spans;
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
    spans.push(original(folded, at, at + wanted.length));
    if (spans.length === 100) break;
  }
  return spans;
};

/**
 * Whether what is said is a text said back: it stands there whole, or four fifths of its words do in
 * runs of three and more.
 */
const isSaidBack = (said: readonly string[], text: readonly string[]): boolean => {
  const joined = ` ${text.join(' ')} `;
  if (joined.includes(` ${said.join(' ')} `)) return true;
  const covered = new Set<number>();
  for (let i = 0; i + 3 <= said.length; i++) {
    if (joined.includes(` ${said.slice(i, i + 3).join(' ')} `)) {
      for (let k = i; k < i + 3; k++) covered.add(k);
    }
  }
  return covered.size >= 0.8 * said.length;
};
