import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { usesOf } from '../../../shared/domain/cost.ts';
import { KitContent } from '../../../shared/domain/kit-content.ts';
import type { Provenance } from '../../../shared/domain/provenance.ts';
import { type Interviewer, InterviewerError } from '../../../shared/interviewer/interviewer.ts';
import { writeContent } from '../../../shared/kits/write-content.ts';
import { type Ask, questionsPerKit } from './ask.ts';
import { createLanes } from './lanes.ts';
import { createMemory } from './memory.ts';
import { failedOutcome, Outcome, outcomeOf } from './outcome.ts';
import type { RunState } from './run-state.ts';

/** Requests and tokens of a run. `remembered` answers came from the state of an earlier run. */
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
  /** The longest that one request may take, in ms. */
  patience?: number;
  /** Called after each answer, whether new or remembered. */
  onAnswer(): void;
}

const worthAnotherTry: ReadonlySet<string> = new Set(['throttled', 'unavailable', 'timeout']);
const pauses = [1_000, 3_000, 9_000];

/** Calls a real interviewer for the measures, and counts calls and tokens. */
export const createAsker = (
  interviewer: Interviewer,
  { state, concurrency, onAnswer, patience = 120_000 }: AskerOptions,
): { ask: Ask; usage: Usage } => {
  const usage: Usage = { calls: 0, remembered: 0, failed: 0, input_tokens: 0, output_tokens: 0 };
  const lane = createLanes(concurrency);
  const onRemembered = () => {
    usage.remembered++;
    onAnswer();
  };
  const call = async <T>(make: () => Promise<Made<T>>): Promise<T> => {
    usage.calls++;
    try {
      const { value, provenance } = await lane(() => persistently(make));
      for (const { input_tokens, output_tokens } of provenance) {
        usage.input_tokens += input_tokens;
        usage.output_tokens += output_tokens;
      }
      return value;
    } catch (error) {
      usage.failed++;
      throw error;
    } finally {
      onAnswer();
    }
  };

  const outcomes = createMemory({ state, shape: Outcome, onRemembered });
  const kits = createMemory({ state, shape: KitContent, onRemembered });
  const sentences = createMemory({ state, shape: z.array(z.string()), onRemembered });
  const deadline = () => ({ at: Date.now() + patience });

  const ask: Ask = {
    assess: async ({ run = 1, language = 'en-US', ...reading }) => {
      let failed = failedOutcome('unavailable');
      const outcome = await outcomes(['assess', run, language, reading], () =>
        call(async () => {
          const assessment = await interviewer.assessAnswer({ ...reading, language }, deadline());
          return {
            value: outcomeOf(reading.rubric, assessment),
            provenance: usesOf(assessment),
          };
        }).catch((error: unknown) => {
          failed = failedOutcome(failureOf(error));
          return null;
        }),
      );
      return outcome ?? failed;
    },
    writeKit: (job) =>
      kits(['kit', job], () =>
        call(async () => {
          const { title, description, type, ...settings } = job;
          const kit = {
            job_title: title,
            job_description: description,
            ai_interview_type: type,
            question_count: questionsPerKit,
            ...settings,
          };
          const written = await writeContent(interviewer, kit, [], deadline());
          return { value: written.content, provenance: written.provenance };
        }).catch(noneOnFailure),
      ),
    writeLeadIns: (wanted) =>
      sentences(['lead-ins', wanted], () =>
        call(async () => {
          const { lead_ins, provenance } = await interviewer.writeLeadIns(wanted, deadline());
          return { value: lead_ins.map(({ sentence }) => sentence), provenance: [provenance] };
        }).catch(noneOnFailure),
      ),
  };
  return { ask, usage };
};

interface Made<T> {
  value: T;
  provenance: readonly Provenance[];
}

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
