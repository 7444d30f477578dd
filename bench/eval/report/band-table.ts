import type { Band } from '../statistics/bands.ts';
import { table, two } from './format.ts';

/** Answers by score band, with the mean of their labels. */
export const bandTable = (bands: readonly Band[], label: string) =>
  table(
    ['score', 'answers', label, 'flagged'],
    bands.map(({ from, to, count, mean_label, flagged }) => [
      `${from}–${to}`,
      String(count),
      two(mean_label),
      String(flagged),
    ]),
  );
