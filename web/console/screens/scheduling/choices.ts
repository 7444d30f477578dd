import { fewest, mostQuestions } from '../../../../shared/domain/defaults.ts';
import { difficulties, types } from '../../job-words.ts';

/** The value of a choice, and its words. */
export type Choice = readonly [value: string, words: string];

export const typeChoices: readonly Choice[] = Object.entries(types);
export const difficultyChoices: readonly Choice[] = Object.entries(difficulties);

export const counts: readonly Choice[] = Array.from(
  { length: mostQuestions - fewest + 1 },
  (_, index) => {
    const count = fewest + index;
    return [String(count), `${count}, about ${count * 4} minutes`];
  },
);

export const followUps: readonly Choice[] = [
  ['0', 'None'],
  ['1', 'One at most'],
  ['2', 'Two at most'],
];
