import type { RubricSent } from '../contract/kit-view.ts';
import type { Rubric } from '../domain/rubric.ts';
import { uniqueSlugs } from '../interviewer/slug.ts';

/** A rubric as a recruiter sent it; criteria without an id get one from their names. */
export const rubricSent = ({ criteria }: RubricSent, version: number): Rubric => {
  const made = uniqueSlugs(
    criteria.map(({ id, name }) => id ?? name),
    'criterion',
  );
  return { version, criteria: criteria.map((one, n) => ({ ...one, id: one.id ?? made[n] ?? '' })) };
};
