import type { Assessment } from '../domain/rubric.ts';

/** Whether a person has to look at an assessment: a level is missing, or something was flagged. */
export const needsHuman = ({ status, flags }: Pick<Assessment, 'status' | 'flags'>): boolean =>
  status === 'needs_human' || flags.length > 0;
