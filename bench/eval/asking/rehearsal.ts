import { assessAnswerTask } from '../../../shared/interviewer/prompts/assess-answer.ts';
import type { Ask } from './ask.ts';
import type { Outcome } from './outcome.ts';
import { keyOf } from './run-state.ts';

/** The calls that a run would make, and their tokens by rule of thumb. */
export interface Estimate {
  calls: number;
  input_tokens: number;
  output_tokens: number;
}

/** A token is about four characters of English; JSON and newer tokenizers need more tokens. */
const tokens = (characters: number) => Math.ceil(characters / 3.2);
/** Estimated, not measured: levels with quotes and reasons; a kit; two sentences. */
const output = { assess: 500, kit: 4_000, lead: 150 };

/**
 * Replaces the interviewer to count the calls that a run would make, without making them. Its
 * outcomes are discarded with the rehearsal; they only keep the measures running.
 */
export const createRehearsal = (): { ask: Ask; estimate: Estimate } => {
  const estimate: Estimate = { calls: 0, input_tokens: 0, output_tokens: 0 };
  const asked = new Set<string>();
  const { system, schema } = assessAnswerTask;
  const fixed = system.length + JSON.stringify(schema).length;
  const count = (request: unknown, outputTokens: number) => {
    const key = keyOf(request);
    if (asked.has(key)) return;
    asked.add(key);
    estimate.calls++;
    estimate.input_tokens += tokens(fixed + JSON.stringify(request).length);
    estimate.output_tokens += outputTokens;
  };
  const ask: Ask = {
    assess: async ({ run = 1, ...reading }): Promise<Outcome> => {
      count(['assess', run, reading], output.assess);
      const levels = Object.fromEntries(reading.rubric.criteria.map(({ id }) => [id, 3]));
      const quotes = [reading.answer.slice(0, 40)];
      return { score: 50, levels, quotes, flagged: false, failure: null };
    },
    writeKit: async (job) => {
      count(['kit', job], output.kit);
      return { competencies: [], questions: [] };
    },
    writeLeadIns: async (wanted) => {
      count(['lead-ins', wanted], output.lead);
      return [];
    },
  };
  return { ask, estimate };
};
