/** One thing with the group it belongs to (a question), a raw score and its true 0/1 verdict. */
export interface Scored {
  group: string;
  score: number;
  label: number;
}

/** The lowest score that counts as 1 at which most verdicts are right; the middle of two scores. */
export const bestThreshold = (things: readonly Scored[]): number => {
  const sorted = things.toSorted((a, b) => b.score - a.score);
  let right = things.filter(({ label }) => label === 0).length;
  let best = { right, threshold: (sorted[0]?.score ?? 0) + 1 };
  for (const [i, { score, label }] of sorted.entries()) {
    right += label === 1 ? 1 : -1;
    const next = sorted[i + 1]?.score;
    if (next === score || right <= best.right) continue;
    best = { right, threshold: next === undefined ? score : (score + next) / 2 };
  }
  return best.threshold;
};

/**
 * Verdicts with the threshold fitted on all other groups, so that no question helps to judge itself
 * (leave-one-group-out). In the order given.
 */
export const verdictsByOthers = (things: readonly Scored[]): number[] => {
  const thresholds = new Map<string, number>();
  return things.map(({ group, score }) => {
    const threshold =
      thresholds.get(group) ?? bestThreshold(things.filter((other) => other.group !== group));
    thresholds.set(group, threshold);
    return score >= threshold ? 1 : 0;
  });
};
