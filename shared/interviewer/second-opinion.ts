import type { Assessment, CriterionLevel, Flag } from '../domain/assessment.ts';
import { unscored } from './criterion-level.ts';
import { hasWords } from './word-count.ts';

/** How many levels two readings may be apart. */
const tolerance = 1;

/** From this many words on, an answer in which nothing was found is read once more. */
const longAnswer = 60;

/** Whether a reading gives every criterion level 1 without a quote, to an answer of 60 words or more. */
export const isEmptyReading = (
  { criteria }: Pick<Assessment, 'criteria'>,
  answer: string,
): boolean =>
  criteria.every(
    ({ level, quotes, warning_signs = [] }) =>
      level === 1 && quotes.length === 0 && warning_signs.length === 0,
  ) && hasWords(answer, longAnswer);

/** The criteria on which two readings are more than one level apart; unscored ones are ignored. */
export const apart = (
  first: readonly CriterionLevel[],
  second: readonly CriterionLevel[],
): string[] =>
  first.flatMap(({ criterion_id, level }) => {
    const other = second.find((one) => one.criterion_id === criterion_id)?.level ?? null;
    if (level === null || other === null) return [];
    return Math.abs(level - other) > tolerance ? [criterion_id] : [];
  });

/**
 * The first reading, with the second's provenance, what only the second one noticed, and a flag if they
 * differ. The first one's levels stay; a second reading that failed changes nothing.
 */
export const withSecondOpinion = (first: Assessment, second: Assessment | null): Assessment => {
  if (!second) return first;
  const more = second.flags.filter(({ kind }) => !first.flags.some((flag) => flag.kind === kind));
  const made = {
    ...first,
    flags: [...first.flags, ...more],
    second_opinion: second.provenance,
  };
  const criteria = apart(first.criteria, second.criteria);
  if (criteria.length === 0) return made;
  return flagged(
    made,
    'second_opinion_differs',
    `More than one level apart: ${criteria.join(', ')}`,
  );
};

/**
 * An empty reading beside the second one that it takes. A level that the second one does not confirm,
 * being more than one away or not made at all, is not scored, and a human is asked.
 */
export const withConfirmation = (first: Assessment, second: Assessment | null): Assessment => {
  const made = withSecondOpinion(first, second);
  const isWhole = second?.status === 'scored';
  const open = isWhole
    ? apart(first.criteria, second.criteria)
    : first.criteria.map(({ criterion_id }) => criterion_id);
  if (open.length === 0) return made;
  const criteria = made.criteria.map((one) =>
    open.includes(one.criterion_id) ? unscored(one.criterion_id, 'not_confirmed') : one,
  );
  const unread: Assessment = { ...made, status: 'needs_human', criteria };
  if (isWhole) return unread;
  return flagged(unread, 'other', 'Level 1 throughout, which no second reading confirms');
};

const flagged = (assessment: Assessment, kind: Flag['kind'], detail: string): Assessment => ({
  ...assessment,
  flags: [...assessment.flags, { kind, detail: detail.slice(0, 300) }],
});
