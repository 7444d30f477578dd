import { median } from './measure.ts';

/** Things to be timed against each other, by name. */
export type Timed<Name extends string> = Readonly<Record<Name, () => unknown>>;

/**
 * Times each of several things in turn, round after round, so that a change of the machine's pace
 * meets them all alike.
 * @returns the median of each over the rounds, in ms per call
 */
export const interleaved = async <Name extends string>(
  things: Timed<Name>,
  { rounds, calls, warmUp = 1 }: { rounds: number; calls: number; warmUp?: number },
): Promise<Record<Name, number>> => {
  const entries = Object.entries<() => unknown>(things);
  const times = new Map(entries.map(([name]) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++) {
    // Every other round backwards: none always follows the same neighbour.
    for (const [name, run] of round % 2 === 0 ? entries : entries.toReversed()) {
      const start = performance.now();
      for (let call = 0; call < calls; call++) {
        const made = run();
        if (made instanceof Promise) await made;
      }
      if (round >= 0) times.get(name)?.push((performance.now() - start) / calls);
    }
  }
  return Object.fromEntries(
    [...times].map(([name, measured]) => [name, median(measured)]),
  ) as Record<Name, number>;
};
