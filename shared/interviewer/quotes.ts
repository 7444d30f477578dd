import type { Rubric } from '../domain/rubric.ts';
import { padded, runsOf, type Span, words, wordsInRuns } from './folded-text.ts';
import { omission, passageFinder } from './passages.ts';

/** The result of checking a quote. */
export type QuoteVerdict =
  | { kind: 'evidence'; passage: string }
  /** It does not appear in the answer. */
  | { kind: 'not_found' }
  /** It appears there but shows nothing: too short, meant for the evaluator, or `restated`. */
  | { kind: 'no_evidence'; restated?: string };

export type QuoteCheck = (quote: string) => QuoteVerdict;

/** Words of the rubric in a row that no answer contains by chance. */
const rubricRun = 8;

/**
 * Creates the check of quotes against one answer, which finds them as {@link passageFinder} does.
 *
 * The passage returned is exactly as it appears in the answer, its pieces joined by ` … `. Not
 * evidence: fewer than six letters in a longer answer, a passage restating the question, eight or
 * more words restating the rubric, and passages that appear only in `excluded`, which are those
 * addressed to the evaluator.
 */
export const quoteCheck = (
  answer: string,
  { question, rubric }: { question: string; rubric: Rubric },
  excluded: readonly Span[] = [],
): QuoteCheck => {
  const find = passageFinder(answer, excluded);
  const asked = restatementOf(question);
  const wanted = rubricTexts(rubric).map(restatementOf);
  const shows = (passage: string) => {
    const said = words(passage);
    // Once for all the texts that it may restate.
    const runs = runsOf(said, run);
    if (asked(said, runs)) return false;
    return said.length < rubricRun || !wanted.some((restates) => restates(said, runs));
  };

  return (quote) => {
    const found = find(quote);
    if (found.kind !== 'found') return found;
    const passage = found.pieces.filter(shows).join(omission);
    return passage !== '' && shows(passage)
      ? { kind: 'evidence', passage }
      : { kind: 'no_evidence', restated: found.pieces.join(omission) };
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

/** Words in a row that count as taken over. */
const run = 3;

/**
 * Creates the check whether a passage restates a text: the text contains all of it, or four fifths of
 * its words in runs of three or more.
 */
const restatementOf = (text: string) => {
  const joined = padded(text);
  const runs = new Set(runsOf(words(text), run));
  return (said: readonly string[], saidRuns: readonly string[]): boolean => {
    if (joined.includes(` ${said.join(' ')} `)) return true;
    return wordsInRuns(saidRuns, runs, run) >= 0.8 * said.length;
  };
};
