import * as z from 'zod';
import type { Assessment } from './assessment.ts';
import { costOf, priceOf, pricesReadOn, voicePrices } from './prices.ts';
import type { Provenance } from './provenance.ts';
import type { Unused } from './session.ts';

const Part = z.object({
  input_tokens: z.int(),
  output_tokens: z.int(),
  usd: z.number(),
  /** Whether `usd` is at most this: a model without a known price counts at the dearest known one. */
  upper_estimate: z.boolean(),
});

/** The cost of one interview's model and voice use at list prices, in US dollars. */
export const Cost = z.object({
  /** Writing the interview's kit, once for all of its interviews; no part of the total. */
  kit: Part,
  questions: Part,
  evaluation: Part,
  /** Replies and sound that were paid for and led to nothing, kits that could not be written included. */
  unused: Part,
  voice: z.object({ characters: z.int(), usd: z.number() }),
  total_usd: z.number(),
  /** Whether a part is an upper estimate, and the total with it. */
  upper_estimate: z.boolean(),
  /** The day (UTC) on which the prices were read. */
  prices_of: z.string(),
});
export type Cost = z.infer<typeof Cost>;

type Usage = Pick<Provenance, 'evaluator' | 'model_id' | 'input_tokens' | 'output_tokens'>;

/** Rounds to a ten-thousandth of a cent. */
const rounded = (usd: number) => Math.round(usd * 1e6) / 1e6;

/** Dollars for one use of the interviewer: only a model on Bedrock costs anything. */
export const usdOf = (usage: Usage): number =>
  usage.evaluator === 'bedrock' ? costOf(usage.model_id, usage) : 0;

/** Whether a use counts at the dearest known price, its own being unknown. */
export const isUpperEstimate = (usage: Usage): boolean =>
  usage.evaluator === 'bedrock' && !priceOf(usage.model_id);

/** Every use of a model for one assessment. */
export const usesOf = (assessment: Assessment | null): Provenance[] =>
  [assessment?.provenance, assessment?.second_opinion].filter((use) => use !== undefined);

/** Dollars for several uses. */
export const spentOn = (usages: readonly (Usage | undefined)[]): number =>
  usages.reduce((sum, usage) => sum + (usage ? usdOf(usage) : 0), 0);

/** Dollars for characters spoken by one of Polly's engines. */
export const voiceUsd = (characters: number, engine: keyof typeof voicePrices): number =>
  (characters * voicePrices[engine]) / 1e6;

const partOf = (usages: readonly Usage[]) => ({
  input_tokens: usages.reduce((sum, { input_tokens }) => sum + input_tokens, 0),
  output_tokens: usages.reduce((sum, { output_tokens }) => sum + output_tokens, 0),
  usd: rounded(spentOn(usages)),
  upper_estimate: usages.some(isUpperEstimate),
});

const nothing: Unused = { input_tokens: 0, output_tokens: 0, micro_usd: 0, upper_estimates: 0 };

/**
 * Prices what an interview has used.
 * @param used the uses of the model for the kit, for this interview's questions, and for reading and
 * evaluating; what led to nothing; the number of characters spoken, and by which of Polly's engines
 */
export const costOfInterview = (used: {
  kit: readonly Usage[];
  questions: readonly Usage[];
  evaluation: readonly Usage[];
  unused: Unused | null;
  characters: number;
  engine: 'standard' | 'neural';
}): Cost => {
  const questions = partOf(used.questions);
  const evaluation = partOf(used.evaluation);
  const { micro_usd, upper_estimates, ...tokens } = used.unused ?? nothing;
  const unused = { ...tokens, usd: micro_usd / 1e6, upper_estimate: upper_estimates > 0 };
  const parts = [questions, evaluation, unused];
  const voice = {
    characters: used.characters,
    usd: rounded(voiceUsd(used.characters, used.engine)),
  };
  return {
    kit: partOf(used.kit),
    questions,
    evaluation,
    unused,
    voice,
    total_usd: rounded(parts.reduce((sum, { usd }) => sum + usd, voice.usd)),
    upper_estimate: parts.some(({ upper_estimate }) => upper_estimate),
    prices_of: pricesReadOn,
  };
};
