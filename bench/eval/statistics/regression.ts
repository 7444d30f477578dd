/** A raw score and its true level. */
export interface Rated {
  score: number;
  level: number;
}

/** The least-squares line from score to level; a flat one if all scores are the same. */
export const fitLine = (things: readonly Rated[]): ((score: number) => number) => {
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
