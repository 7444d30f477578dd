/** What a check saw, in a sentence; what is not well comes with what to do. */
export type Outcome =
  | { verdict: 'ok'; says: string }
  | { verdict: 'wrong' | 'not_checked'; says: string; remedy: string };

/** An outcome with the name of its check. */
export type Finding = Outcome & { check: string };

export const ok = (says: string): Outcome => ({ verdict: 'ok', says });
export const wrong = (says: string, remedy: string): Outcome => ({
  verdict: 'wrong',
  says,
  remedy,
});
export const notChecked = (says: string, remedy: string): Outcome => ({
  verdict: 'not_checked',
  says,
  remedy,
});

/** One thing that is looked at, with what it needs for that. */
export interface Check<Given> {
  name: string;
  run(given: Given): Promise<Outcome>;
}

/** Why a check ended before it could see anything, in a sentence, with what to do. */
export class Obstacle extends Error {
  readonly remedy: string;
  /** Of the check that it stops; what is missing here is nothing wrong over there. */
  readonly verdict: 'wrong' | 'not_checked';
  constructor(
    says: string,
    remedy: string,
    { verdict = 'wrong', ...options }: ErrorOptions & Partial<Pick<Obstacle, 'verdict'>> = {},
  ) {
    super(says, options);
    this.remedy = remedy;
    this.verdict = verdict;
  }
}

/** Runs a check; what stops it is what it found. */
export const outcomeOf = async (run: () => Promise<Outcome>): Promise<Outcome> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Obstacle) {
      const { verdict, message, remedy } = error;
      return { verdict, says: message, remedy };
    }
    const said = error instanceof Error ? error.message : String(error);
    return wrong(`The check itself failed: ${said}`, 'Report this as a fault of the doctor');
  }
};

/** The same outcome of several checks. */
export const all = (names: readonly string[], outcome: Outcome): Finding[] =>
  names.map((check) => ({ check, ...outcome }));

/** Runs checks one after the other, and yields what each found. */
export const inOrder = async function* <On>(checks: readonly Check<On>[], on: On) {
  for (const { name, run } of checks) {
    const finding: Finding = { check: name, ...(await outcomeOf(() => run(on))) };
    yield finding;
  }
};
