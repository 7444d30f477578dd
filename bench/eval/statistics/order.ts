/** A thing with its true place and the score it was given; `null` if it was not scored. */
export interface Placed {
  label: number;
  score: number | null;
}

/** How many pairs of different labels were put in order, tied, or put in the wrong order. */
export interface OrderCount {
  pairs: number;
  correct: number;
  tied: number;
  wrong: number;
}

/**
 * Counts the pairs within one group whose labels differ. Correct means strictly higher; a pair with
 * an unscored thing counts as tied, since it was not put in order.
 */
export const countOrder = (group: readonly Placed[]): OrderCount => {
  const count: OrderCount = { pairs: 0, correct: 0, tied: 0, wrong: 0 };
  for (const [i, a] of group.entries()) {
    for (const b of group.slice(i + 1)) {
      if (a.label === b.label) continue;
      const [lower, higher] = a.label < b.label ? [a, b] : [b, a];
      count.pairs++;
      if (lower.score === null || higher.score === null || lower.score === higher.score) {
        count.tied++;
      } else if (lower.score < higher.score) count.correct++;
      else count.wrong++;
    }
  }
  return count;
};

/** Adds up the counts of several groups. */
export const sumOrder = (counts: readonly OrderCount[]): OrderCount =>
  counts.reduce(
    (sum, each) => ({
      pairs: sum.pairs + each.pairs,
      correct: sum.correct + each.correct,
      tied: sum.tied + each.tied,
      wrong: sum.wrong + each.wrong,
    }),
    { pairs: 0, correct: 0, tied: 0, wrong: 0 },
  );
