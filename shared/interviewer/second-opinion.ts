import type { Assessment, CriterionLevel, Flag } from '../domain/rubric.ts';

/** How many levels two readings may be apart. */
const tolerance = 1;

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
 * The first reading, with the second's provenance and a flag if they differ. The first one's levels
 * stay; a second reading that failed changes nothing.
 */
export const withSecondOpinion = (first: Assessment, second: Assessment | null): Assessment => {
  if (!second) return first;
  const made = { ...first, second_opinion: second.provenance };
  const criteria = apart(first.criteria, second.criteria);
  if (criteria.length === 0) return made;
  const flag: Flag = {
    kind: 'second_opinion_differs',
    detail: `More than one level apart: ${criteria.join(', ')}`.slice(0, 300),
  };
  return { ...made, flags: [...first.flags, flag] };
};
