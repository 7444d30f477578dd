import type { Words } from '../i18n/catalogues.ts';

const words: Record<string, keyof Words> = {
  'Strong Yes': 'scoreStrongYes',
  Yes: 'scoreYes',
  Maybe: 'scoreMaybe',
  No: 'scoreNo',
};

/** A recommendation as a sentence about the answers: the decision is not the machine's to announce. */
export const scoreWords = (recommendation: string | null): keyof Words | null =>
  words[recommendation ?? ''] ?? null;
