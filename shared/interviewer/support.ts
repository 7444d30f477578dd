import type { CriterionLevel } from '../domain/assessment.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Span } from './folded-text.ts';
import { passageFinder } from './passages.ts';
import { hasWords } from './word-count.ts';

/** From this level on, a level needs this many words of evidence. */
export const strong = { level: 4, words: 8 } as const;

/** The highest level of a criterion with a warning sign. */
export const heldAt = 2;

/** How many criteria may be based on one passage and nothing else. */
export const mostOnOnePassage = 2;

/** A level with what was quoted for it. */
type Made = Pick<CriterionLevel, 'criterion_id' | 'level' | 'quotes' | 'warning_signs'>;

/** Why a level does not stand. */
export type Lack = 'no_quote' | 'short_quote' | 'shared_quote';

/** Whether an assessment was made under the rules below: since version 2 of its prompt. */
export const hasSupportRules = ({ prompt_version }: Pick<Provenance, 'prompt_version'>): boolean =>
  Number.parseInt(prompt_version, 10) >= 2;

/** The level that a criterion keeps with these warning signs. */
export const heldLevel = (level: number, warning_signs: readonly string[]): number =>
  warning_signs.length > 0 ? Math.min(level, heldAt) : level;

/**
 * The criteria whose level does not stand on what was quoted for it, each with the reason:
 * - `no_quote`: level 2 or above without a quote;
 * - `short_quote`: level 4 or 5 with fewer than eight words of evidence;
 * - `shared_quote`: level 2 or above on the same passages as two criteria before it in the rubric,
 *   where none of the three has another passage. Passages that overlap are the same.
 *
 * A criterion that a warning sign holds at level 2 is based on that and needs no quote.
 *
 * @param criteria in the order of the rubric, each quote checked to appear in the answer
 */
export const unsupported = (answer: string, criteria: readonly Made[]): Map<string, Lack> => {
  const find = passageFinder(answer);
  const lacks = new Map<string, Lack>();
  const standing: Span[][] = [];
  for (const { criterion_id, level, quotes, warning_signs = [] } of criteria) {
    if (level === null || level === 1 || warning_signs.length > 0) continue;
    const passages = joined(
      quotes.flatMap((quote) => {
        const found = find(quote);
        return found.kind === 'found' ? found.spans : [];
      }),
    );
    const lack = lackOf(level, passages, { answer, standing });
    if (lack) lacks.set(criterion_id, lack);
    else standing.push(passages);
  }
  return lacks;
};

const lackOf = (
  level: number,
  passages: readonly Span[],
  { answer, standing }: { answer: string; standing: readonly (readonly Span[])[] },
): Lack | undefined => {
  if (passages.length === 0) return 'no_quote';
  if (level >= strong.level && !hasWords(textOf(answer, passages), strong.words)) {
    return 'short_quote';
  }
  const alike = standing.filter((others) => isSame(passages, others)).length;
  return alike >= mostOnOnePassage ? 'shared_quote' : undefined;
};

const textOf = (answer: string, passages: readonly Span[]): string =>
  passages.map(({ start, end }) => answer.slice(start, end)).join(' ');

/** Overlapping stretches as one, so that no word counts twice. */
const joined = (spans: readonly Span[]): Span[] => {
  const made: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = made.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else made.push({ start, end });
  }
  return made;
};

const isSame = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.every((span) => others.some((other) => overlap(span, other))) &&
  others.every((span) => some.some((other) => overlap(span, other)));

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
