import { median } from './measure.ts';

/** Does something once or often and says what that cost, in ms. */
export type Costing = () => number | Promise<number>;

/** The time that this thread has been computing, in ms. Waiting for a busy machine costs nothing. */
const computed = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** What one of many calls costs in computing time. */
export const perCall =
  (calls: number, run: () => unknown): Costing =>
  async () => {
    const start = computed();
    for (let call = 0; call < calls; call++) {
      const made = run();
      if (made instanceof Promise) await made;
    }
    return (computed() - start) / calls;
  };

/**
 * Lets each of several things cost what it does in turn, round after round, so that a change of
 * the machine's pace meets them all alike.
 * @returns the median of each over the rounds, in ms
 */
export const interleaved = async <Name extends string>(
  things: Readonly<Record<Name, Costing>>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<Name, number>> => {
  const entries = Object.entries<Costing>(things);
  const costs = new Map(entries.map(([name]) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++) {
    // Every other round backwards: none always follows the same neighbour.
    for (const [name, cost] of round % 2 === 0 ? entries : entries.toReversed()) {
      const made = await cost();
      if (round >= 0) costs.get(name)?.push(made);
    }
  }
  return Object.fromEntries([...costs].map(([name, made]) => [name, median(made)])) as Record<
    Name,
    number
  >;
};
