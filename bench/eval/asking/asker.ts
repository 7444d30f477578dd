import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { Competency, type Provenance, Rubric } from '../../../shared/domain/rubric.ts';
import { type Interviewer, InterviewerError } from '../../../shared/interviewer/interviewer.ts';
import type { Ask } from './ask.ts';
import { createLanes } from './lanes.ts';
import { createMemory } from './memory.ts';
import { failedOutcome, Outcome, outcomeOf } from './outcome.ts';
import type { RunState } from './run-state.ts';

/** Calls and tokens of a run. `remembered` answers came from the state of an earlier run. */
export interface Usage {
  calls: number;
  remembered: number;
  failed: number;
  input_tokens: number;
  output_tokens: number;
}

export interface AskerOptions {
  state: RunState;
  /** The number of concurrent calls. */
  concurrency: number;
  /** Called after each answer, whether new or remembered. */
  onAnswer(): void;
}

const DraftQuestions = z.array(
  z.object({ text: z.string(), competency_id: z.string(), weight: z.number(), rubric: Rubric }),
);

const worthAnotherTry: ReadonlySet<string> = new Set(['throttled', 'unavailable', 'timeout']);
const pauses = [1_000, 3_000, 9_000];

/** Calls a real interviewer for the measures, and counts calls and tokens. */
export const createAsker = (
  interviewer: Interviewer,
  { state, concurrency, onAnswer }: AskerOptions,
): { ask: Ask; usage: Usage } => {
  const usage: Usage = { calls: 0, remembered: 0, failed: 0, input_tokens: 0, output_tokens: 0 };
  const lane = createLanes(concurrency);
  const onRemembered = () => {
    usage.remembered++;
    onAnswer();
  };
  const call = async <T>(make: () => Promise<{ value: T; provenance: Provenance }>): Promise<T> => {
    usage.calls++;
    try {
      const { value, provenance } = await lane(() => persistently(make));
      usage.input_tokens += provenance.input_tokens;
      usage.output_tokens += provenance.output_tokens;
      return value;
    } catch (error) {
      usage.failed++;
      throw error;
    } finally {
      onAnswer();
    }
  };

  const outcomes = createMemory({ state, shape: Outcome, onRemembered });
  const competencies = createMemory({ state, shape: z.array(Competency), onRemembered });
  const drafts = createMemory({ state, shape: DraftQuestions, onRemembered });
  const deadline = () => ({ at: Date.now() + 120_000 });

  const ask: Ask = {
    assess: async ({ run = 1, ...reading }) => {
      let failed = failedOutcome('unavailable');
      const outcome = await outcomes(['assess', run, reading], () =>
        call(async () => {
          const input = { ...reading, language: 'en-US' };
          const assessment = await interviewer.assessAnswer(input, deadline());
          return {
            value: outcomeOf(reading.rubric, assessment),
            provenance: assessment.provenance,
          };
        }).catch((error: unknown) => {
          failed = failedOutcome(failureOf(error));
          return null;
        }),
      );
      return outcome ?? failed;
    },
    derive: (job) =>
      competencies(['derive', job], () =>
        call(async () => {
          const derived = await interviewer.deriveCompetencies(job, deadline());
          return { value: derived.competencies, provenance: derived.provenance };
        }).catch(noneOnFailure),
      ),
    write: (writing) =>
      drafts(['write', writing], () =>
        call(async () => {
          const written = await interviewer.writeQuestions(writing, deadline());
          return { value: written.questions, provenance: written.provenance };
        }).catch(noneOnFailure),
      ),
  };
  return { ask, usage };
};

/** Retries throttling and outages after 1, 3 and 9 s. */
const persistently = async <T>(make: () => Promise<T>): Promise<T> => {
  for (const pause of pauses) {
    try {
      return await make();
    } catch (error) {
      if (!worthAnotherTry.has(failureOf(error))) throw error;
      await sleep(pause);
    }
  }
  return make();
};

/** The interviewer's failure; any other error is rethrown. */
const failureOf = (error: unknown) => {
  if (error instanceof InterviewerError) return error.failure;
  throw error;
};

const noneOnFailure = (error: unknown) => {
  failureOf(error);
  return null;
};
