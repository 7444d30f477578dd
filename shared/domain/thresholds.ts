import type { Recommendation } from './score.ts';

/**
 * The lowest total of each recommendation. Evenly spaced on the level scale: an average of
 * level 4.2 is 80, level 3.4 is 60, level 2.6 is 40.
 */
export const thresholds: readonly (readonly [number, Recommendation])[] = [
  [80, 'Strong Yes'],
  [60, 'Yes'],
  [40, 'Maybe'],
  [0, 'No'],
];
