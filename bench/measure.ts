/** One budget as it was measured in this run. */
export interface Measure {
  what: string;
  value: number;
  unit: '×' | 'KB' | 'MB' | 'kB gzip' | 'round trips' | 'calls' | 'USD' | 'CLS';
  /** The highest value that is still good. */
  gate: number;
  /** The value that more work could reach; null if the gate is the goal. */
  reach: number | null;
  /** What was compared, in a sentence. */
  basis: string;
}

/** A group of budgets that are measured together. */
export interface Bench {
  name: string;
  about: string;
  /** Whether it needs a process of its own, among other groups. */
  apart?: boolean;
  measure(): Promise<Measure[]>;
}

/** Whether a measured budget is kept. */
export const isKept = ({ value, gate }: Pick<Measure, 'value' | 'gate'>): boolean => value <= gate;

/** Returns the same measures. @throws Error naming the first that is not a number */
export const numbersOnly = (measures: Measure[]): Measure[] => {
  const broken = measures.find(({ value }) => !Number.isFinite(value));
  if (!broken) return measures;
  throw new Error(`${broken.what} could not be measured: the result is ${broken.value}`);
};

/** The middle value, or the mean of the two middle values; NaN if there are none. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const below = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const above = sorted[Math.floor(middle)] ?? Number.NaN;
  return (below + above) / 2;
};
