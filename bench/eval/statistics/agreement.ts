/** Two raters' verdicts on the same things, by position. */
export type Ratings = readonly number[];

/** Counts `[row of a][column of b]` over the given categories. Throws on a value outside of them. */
export const confusion = (a: Ratings, b: Ratings, categories: readonly number[]): number[][] => {
  if (a.length !== b.length) throw new RangeError('Both raters must have rated the same things');
  const place = new Map(categories.map((category, i) => [category, i]));
  const counts = categories.map(() => categories.map(() => 0));
  for (const [i, value] of a.entries()) {
    const row = place.get(value);
    const column = place.get(b[i] ?? Number.NaN);
    const line = row === undefined ? undefined : counts[row];
    if (!line || column === undefined) throw new RangeError(`Rating ${i} is in no category`);
    line[column] = (line[column] ?? 0) + 1;
  }
  return counts;
};

/**
 * Cohen's weighted kappa: 1 − observed ÷ expected disagreement, where a disagreement counts
 * (|i − j| ÷ (k − 1))^power. Power 0 is the unweighted kappa, 2 the quadratic one
 * (Cohen 1960 and 1968). 1 is full agreement, 0 chance. `null` if chance leaves nothing to
 * disagree on: no ratings, or both raters always gave the same single verdict.
 */
const kappa = (a: Ratings, b: Ratings, categories: readonly number[], power: number) => {
  const counts = confusion(a, b, categories);
  const total = a.length;
  const rows = counts.map((line) => line.reduce((sum, count) => sum + count, 0));
  const columns = categories.map((_, j) => counts.reduce((sum, line) => sum + (line[j] ?? 0), 0));
  const span = Math.max(1, categories.length - 1);
  let observed = 0;
  let expected = 0;
  for (const [i, line] of counts.entries()) {
    for (const [j, count] of line.entries()) {
      const weight = i === j ? 0 : (Math.abs(i - j) / span) ** power;
      observed += weight * count;
      expected += (weight * (rows[i] ?? 0) * (columns[j] ?? 0)) / total;
    }
  }
  return total > 0 && expected > 0 ? 1 - observed / expected : null;
};

/** Cohen's kappa for verdicts without an order. */
export const cohenKappa = (a: Ratings, b: Ratings, categories: readonly number[]) =>
  kappa(a, b, categories, 0);

/** Quadratic-weighted kappa for verdicts on a scale; the categories in their order. */
export const quadraticKappa = (a: Ratings, b: Ratings, categories: readonly number[]) =>
  kappa(a, b, categories, 2);

/** The mean of the values; null if there are none. */
export const mean = (values: readonly number[]): number | null =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;

/** Inter-rater agreement: the mean of Cohen's kappa over all pairs of raters. */
export const agreementAmong = (raters: readonly Ratings[], categories: readonly number[]) => {
  const kappas = raters.flatMap((a, i) =>
    raters.slice(i + 1).map((b) => cohenKappa(a, b, categories)),
  );
  return mean(kappas.filter((value) => value !== null));
};

/** How well one rater agrees with a group: the mean of Cohen's kappa with each of them. */
export const agreementWith = (
  rater: Ratings,
  group: readonly Ratings[],
  categories: readonly number[],
) =>
  mean(
    group.map((other) => cohenKappa(rater, other, categories)).filter((value) => value !== null),
  );

/** Share of things on which both gave the same verdict; null if there are none. */
export const exactAgreement = (a: Ratings, b: Ratings) =>
  mean(a.map((value, i) => (value === b[i] ? 1 : 0)));

/** Pearson's correlation of two lists; null where one of them does not vary. */
export const correlation = (a: readonly number[], b: readonly number[]): number | null => {
  const [meanA, meanB] = [mean(a) ?? 0, mean(b) ?? 0];
  const [fromA, fromB] = [a.map((value) => value - meanA), b.map((value) => value - meanB)];
  const squares = Math.hypot(...fromA) * Math.hypot(...fromB);
  return squares > 0 ? fromA.reduce((sum, x, i) => sum + x * (fromB[i] ?? 0), 0) / squares : null;
};
