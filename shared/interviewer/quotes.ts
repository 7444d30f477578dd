import type { Rubric } from '../domain/rubric.ts';
import { type FoldedText, fold, original, type Span, substance, words } from './folded-text.ts';

/** The result of checking a quote. */
export type QuoteVerdict =
  | { kind: 'evidence'; passage: string }
  /** It does not appear in the answer. */
  | { kind: 'not_found' }
  /** It appears there but shows nothing: too short, a restatement, or meant for the evaluator. */
  | { kind: 'no_evidence' };

export type QuoteCheck = (quote: string) => QuoteVerdict;

/** Letters and digits that a passage needs to show anything, unless the answer itself is shorter. */
const minSubstance = 6;

/** Words of the rubric in a row that no answer contains by chance. */
const rubricRun = 8;

/**
 * Creates the check of quotes against one answer.
 *
 * Quote and answer are compared after folding (Unicode form, typographic quotes and dashes, white
 * space, invisible characters; case matters). The passage returned is exactly as it appears in the
 * answer. Not evidence: fewer than six letters in a longer answer, a passage restating the question,
 * eight or more words restating the rubric, and passages that appear only in `excluded`, which are
 * those addressed to the evaluator.
 */
export const quoteCheck = (
  answer: string,
  { question, rubric }: { question: string; rubric: Rubric },
  excluded: readonly Span[] = [],
): QuoteCheck => {
  const folded = fold(answer);
  const least = Math.min(minSubstance, substance(folded.text));
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
      !isRestatement(said, asked) &&
      !(said.length >= rubricRun && wanted.some((text) => isRestatement(said, text)));
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

/** The marks that models put around a quote: quotation marks, dots for omissions, a full stop. */
const wrapping = /^[\s"'.[\]]+|[\s"'.,;:[\]]+$/g;

/** Where a quote appears in the answer: as given, or else without the marks around it. */
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
 * Whether a passage restates a text: the text contains all of it, or four fifths of its words in runs
 * of three or more.
 */
const isRestatement = (said: readonly string[], text: readonly string[]): boolean => {
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
