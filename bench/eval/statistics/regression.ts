/** One thing with its group, a raw score and its true level. */
export interface Rated {
  group: string;
  score: number;
  level: number;
}

/** The least-squares line from score to level; a flat one if all scores are the same. */
const fitLine = (things: readonly Rated[]): ((score: number) => number) => {
  const n = things.length;
  if (n === 0) return () => 3;
  const meanScore = things.reduce((sum, { score }) => sum + score, 0) / n;
  const meanLevel = things.reduce((sum, { level }) => sum + level, 0) / n;
  let [covariance, variance] = [0, 0];
  for (const { score, level } of things) {
    covariance += (score - meanScore) * (level - meanLevel);
    variance += (score - meanScore) ** 2;
  }
  const slope = variance > 0 ? covariance / variance : 0;
  return (score) => meanLevel + slope * (score - meanScore);
};

/**
 * Levels 1–5 from raw scores by a line fitted on all other groups (leave-one-group-out), rounded.
 * In the order given.
 */
export const levelsByOthers = (things: readonly Rated[]): number[] => {
  const lines = new Map<string, (score: number) => number>();
  return things.map(({ group, score }) => {
    const line = lines.get(group) ?? fitLine(things.filter((other) => other.group !== group));
    lines.set(group, line);
    return Math.min(5, Math.max(1, Math.round(line(score))));
  });
};
