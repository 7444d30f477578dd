/**
 * Weights are multiples of 1/4096. Such fractions add up without rounding, so the weights of a set
 * are exactly 1 in whatever order they are summed.
 */
const unit = 4_096;

/**
 * Shares in (0, 1] that add up to exactly 1, in proportion to the given positive numbers: largest
 * remainders get the units left over, and of equal ones the earlier. At most 4,096 numbers.
 */
export const normaliseWeights = (raw: readonly number[]): number[] => {
  const total = raw.reduce((sum, number) => sum + number, 0);
  if (raw.length === 0) return [];
  // Each gets one unit in advance: no weight may be zero, however small its share.
  const free = unit - raw.length;
  const exact = raw.map((number) => (number / total) * free);
  const units = exact.map((share) => Math.floor(share));
  const left = free - units.reduce((sum, number) => sum + number, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return units.map((number, index) => (number + 1 + (raised.has(index) ? 1 : 0)) / unit);
};
