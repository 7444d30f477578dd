/** Does something once or many times and returns its cost, in ms. */
export type Costing = () => number | Promise<number>;

/** The CPU time of this process so far, in ms. Waiting for a busy machine costs nothing. */
const computed = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const longEnough = 20;
const block = 200;
const mostCalls = 5_000_000;

/**
 * A batch of calls that is long enough to be measured.
 * @returns the CPU time of one of its calls, in ms
 * @throws Error if even millions of calls take no time that `clock` can measure
 */
export const perCall =
  (run: () => unknown, clock = computed): Costing =>
  async () => {
    const start = clock();
    for (let calls = block; calls <= mostCalls; calls += block) {
      for (let call = 0; call < block; call++) {
        const made = run();
        if (made instanceof Promise) await made;
      }
      const spent = clock() - start;
      if (spent >= longEnough) return spent / calls;
    }
    throw new Error(`${mostCalls} calls took less than ${longEnough} ms: too short to measure`);
  };

/**
 * Runs each of several things in turn, round after round, so that a change in the machine's speed
 * affects them all alike.
 * @returns the lowest cost of each over the rounds, in ms: disturbances can only add to it
 */
export const interleaved = async <Name extends string>(
  things: Readonly<Record<Name, Costing>>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<Name, number>> => {
  const entries = Object.entries<Costing>(things);
  const least = new Map(entries.map(([name]) => [name, Number.POSITIVE_INFINITY]));
  for (let round = -warmUp; round < rounds; round++) {
    // Every other round runs backwards, so that none always follows the same neighbour.
    for (const [name, cost] of round % 2 === 0 ? entries : entries.toReversed()) {
      const made = await cost();
      if (round >= 0) least.set(name, Math.min(made, least.get(name) ?? made));
    }
  }
  return Object.fromEntries(least) as Record<Name, number>;
};
