import { useState } from 'preact/hooks';
import { TalaroError } from '../../../../client/error.ts';
import { type Acting, useActing } from '../../acting.ts';
import { changesSince } from './audit-words.ts';
import type { ShownProps } from './shown.ts';

/** What everything that changes an interview has. */
export interface DoingProps extends ShownProps {
  /** Loads the interview as it is now. */
  refresh(): Promise<void>;
  /** Tells what was done. */
  say(done: string): void;
}

export interface Doing extends Pick<Acting, 'isWorking' | 'error'> {
  /** What others have changed since, a sentence each, where that is why it was refused. */
  changes: string[];
  /**
   * Does it, loads the interview as it is then, and tells what was done.
   * @param action takes the interview's `updated_at` as the person has seen it
   * @returns whether it was done
   */
  run(action: (if_updated_at: string) => Promise<unknown>, done: string): Promise<boolean>;
}

/** One thing that a person does to an interview; where others were faster, it is shown as it is then. */
export const useDoing = ({ interview, zone, refresh, say }: DoingProps): Doing => {
  const { run, isWorking, error } = useActing();
  const [seen, setSeen] = useState(interview.updated_at);
  const [before, setBefore] = useState<string | null>(null);
  return {
    isWorking,
    error,
    changes:
      before !== null && error?.code === 'update_conflict'
        ? changesSince(interview.audit, before, zone)
        : [],
    run: async (action, done) => {
      const isDone = await run(async () => {
        try {
          await action(seen);
        } catch (cause) {
          // Changed by somebody else, or erased.
          if (cause instanceof TalaroError && [404, 409].includes(cause.status)) {
            setBefore(seen);
            const { updated_at } = cause.body;
            if (typeof updated_at === 'string') setSeen(updated_at);
            await refresh();
          }
          throw cause;
        }
        await refresh();
      });
      if (isDone) say(done);
      return isDone;
    },
  };
};
