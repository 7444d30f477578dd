/** One scored thing, with its true label and whether it was flagged. */
export interface Banded {
  score: number;
  label: number;
  flagged: boolean;
}

/** The answers with a score in one band. */
export interface Band {
  /** Lowest and highest score, both inclusive. */
  from: number;
  to: number;
  count: number;
  mean_label: number | null;
  flagged: number;
}

/** Twenty points each, the same cuts as the recommendation's thresholds (and one more below). */
const edges = [0, 20, 40, 60, 80] as const;

/** Groups scored answers by score band. */
export const byBand = (things: readonly Banded[]): Band[] =>
  edges.map((from) => {
    const to = from === 80 ? 100 : from + 19;
    const inside = things.filter(
      ({ score }) => score >= from && score < (to === 100 ? 101 : to + 1),
    );
    const labels = inside.map(({ label }) => label);
    return {
      from,
      to,
      count: inside.length,
      mean_label: labels.length ? labels.reduce((a, b) => a + b, 0) / labels.length : null,
      flagged: inside.filter(({ flagged }) => flagged).length,
    };
  });
