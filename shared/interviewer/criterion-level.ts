import type { CriterionLevel } from '../domain/assessment.ts';
import type { Criterion } from '../domain/rubric.ts';
import type { Problem } from './check-reply.ts';
import type { ReadAnswer } from './prompts/assess-answer.ts';
import type { QuoteCheck, QuoteVerdict } from './quotes.ts';
import { readableReason } from './reason.ts';
import { heldLevel, type Lack, unsupported } from './support.ts';

/** The maximum number of passages of a kind kept for each criterion. */
const maxPassages = 5;

/** An answer, the check of quotes against it, and whether no language model reads it. */
export interface Evidence {
  answer: string;
  check: QuoteCheck;
  offline: boolean;
}

interface Checked {
  made: CriterionLevel;
  problems: Problem[];
}

/** The levels of a reading that stand, the others as null, and the problems that the model has to fix. */
export const levelsOf = (
  criteria: readonly Criterion[],
  output: ReadAnswer,
  evidence: Evidence,
): Checked[] => {
  const levels = criteria.map((criterion) => levelOf(criterion, output, evidence));
  const lacks = unsupported(
    evidence.answer,
    levels.map(({ made }) => made),
  );
  return levels.map((one) => {
    const { criterion_id, quotes } = one.made;
    const lack = lacks.get(criterion_id);
    if (!lack) return one;
    const problem = { code: lack, message: `criteria: "${criterion_id}" ${lackMessages[lack]}` };
    return { made: unscored(criterion_id, lack, quotes), problems: [...one.problems, problem] };
  });
};

const lackMessages: Readonly<Record<Lack, string>> = {
  no_quote:
    'has a level above 1 and no quote that is evidence. A quote has to be more than a word or two, not a restatement of the question or rubric, and not addressed to the evaluator. Quote the answer, or give level 1.',
  short_quote:
    'has level 4 or 5 and fewer than eight words of quotes. Quote all that shows it, or give the level that so few words show.',
  shared_quote:
    'is based on the same passage as two criteria before it, and on nothing else. Quote what shows this criterion, or give the level without that passage.',
};

/** A criterion without a level, and why. */
export const unscored = (
  criterion_id: string,
  not_scored: CriterionLevel['not_scored'],
  quotes: string[] = [],
): CriterionLevel => ({ criterion_id, level: null, quotes, not_scored });

type Entry = ReadAnswer['criteria'][number];

/** The outcome of one criterion; what its level lacks is seen later, beside the others. */
const levelOf = (criterion: Criterion, output: ReadAnswer, evidence: Evidence): Checked => {
  const { id } = criterion;
  const [entry, second] = output.criteria.filter(({ criterion_id }) => criterion_id === id);
  if (!entry || second) {
    const what = entry ? 'stands there more than once' : 'is missing';
    const message = `criteria: the criterion "${id}" ${what}.`;
    return { made: unscored(id, 'no_level'), problems: [{ code: 'criterion_count', message }] };
  }
  const reason = readableReason(entry.reason, criterion, evidence.answer);
  const { made, problems } =
    entry.level === null
      ? withoutLevel(id, evidence)
      : withLevel(criterion, { ...entry, level: entry.level }, evidence);
  // A level that was refused leaves nothing to give a reason for.
  const isKept = made.not_scored === null || made.not_scored === 'language';
  return { made: { ...made, ...(isKept && reason && { reason }) }, problems };
};

const withoutLevel = (id: string, { offline }: Evidence): Checked => {
  if (offline) return { made: unscored(id, 'language'), problems: [] };
  const message = `criteria: "${id}" has no level. Give one from 1 to 5.`;
  return { made: unscored(id, 'no_level'), problems: [{ code: 'no_level', message }] };
};

/** A level with the passages found for it, held by its warning signs. */
const withLevel = (
  { id, warning_signs: known = [] }: Criterion,
  entry: Entry & { level: number },
  { check }: Evidence,
): Checked => {
  const quoted = verify(entry.quotes, check);
  const warned = verify(known.length > 0 ? entry.warning_signs : [], check);
  const quotes = passagesOf(quoted, evidenceIn);
  const warning_signs = passagesOf(warned, wordsIn);
  const problems = [
    ...notFound(quoted, `quote of "${id}"`),
    ...notFound(warned, `warning sign of "${id}"`),
  ];
  // Who quotes nothing but what is not there has not read the answer, whatever the level.
  if (quotes.length + warning_signs.length === 0 && problems.length > 0) {
    return { made: unscored(id, 'quote_not_found'), problems };
  }
  const level = heldLevel(entry.level, warning_signs);
  const signs = warning_signs.length > 0 && { warning_signs };
  return { made: { criterion_id: id, level, quotes, ...signs, not_scored: null }, problems };
};

interface Verified {
  quote: string;
  verdict: QuoteVerdict;
}

const verify = (quotes: readonly string[], check: QuoteCheck): Verified[] =>
  quotes.map((quote) => ({ quote, verdict: check(quote) }));

const passagesOf = (
  verified: readonly Verified[],
  passageIn: (verdict: QuoteVerdict) => string | undefined,
): string[] => {
  const passages = verified
    .map(({ verdict }) => passageIn(verdict))
    .filter((one) => one !== undefined);
  return [...new Set(passages)].slice(0, maxPassages);
};

const evidenceIn = (verdict: QuoteVerdict) =>
  verdict.kind === 'evidence' ? verdict.passage : undefined;

/** A warning sign may be said in words of the rubric: whoever says it is not repeating the rubric. */
const wordsIn = (verdict: QuoteVerdict) =>
  verdict.kind === 'no_evidence' ? verdict.restated : evidenceIn(verdict);

const notFound = (verified: readonly Verified[], what: string): Problem[] =>
  verified
    .filter(({ verdict }) => verdict.kind === 'not_found')
    .map(({ quote }) => ({
      code: 'quote_not_found',
      message: `criteria: a ${what} does not appear in the answer letter by letter: ${JSON.stringify(quote.slice(0, 200))}. Copy the passage exactly, or leave it out and choose the level without it.`,
    }));
