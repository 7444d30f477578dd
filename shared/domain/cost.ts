import * as z from 'zod';
import { costOf, pricesReadOn, voicePrices } from './prices.ts';
import type { Assessment, Provenance } from './rubric.ts';

const Part = z.object({
  input_tokens: z.int(),
  output_tokens: z.int(),
  /** Null if the price list does not contain the model. */
  usd: z.number().nullable(),
});

/** The cost of one interview's model and voice use at list prices, in US dollars. */
export const Cost = z.object({
  /** Writing the interview's kit, once for all of its interviews; no part of the total. */
  kit: Part,
  questions: Part,
  evaluation: Part,
  voice: z.object({ characters: z.int(), usd: z.number() }),
  /** Null if the cost of a part is null. */
  total_usd: z.number().nullable(),
  /** The day (UTC) on which the prices were read. */
  prices_of: z.string(),
});
export type Cost = z.infer<typeof Cost>;

type Usage = Pick<Provenance, 'evaluator' | 'model_id' | 'input_tokens' | 'output_tokens'>;

/** Rounds to a ten-thousandth of a cent. */
const rounded = (usd: number) => Math.round(usd * 1e6) / 1e6;

/** Dollars for one use of the interviewer: nothing offline, null for a model without a price. */
export const usdOf = (usage: Usage): number | null =>
  usage.evaluator === 'offline' ? 0 : costOf(usage.model_id, usage);

/** Every use of a model for one assessment. */
export const usesOf = (assessment: Assessment | null): Provenance[] =>
  [assessment?.provenance, assessment?.second_opinion].filter((use) => use !== undefined);

/** Dollars for several uses; a model without a price counts nothing (see `priceOf`). */
export const spentOn = (usages: readonly (Usage | undefined)[]): number =>
  usages.reduce((sum, usage) => sum + ((usage && usdOf(usage)) ?? 0), 0);

/** Dollars for characters spoken by one of Polly's engines. */
export const voiceUsd = (characters: number, engine: keyof typeof voicePrices): number =>
  (characters * voicePrices[engine]) / 1e6;

const partOf = (usages: readonly Usage[]) => {
  const usd = usages.map(usdOf);
  return {
    input_tokens: usages.reduce((sum, { input_tokens }) => sum + input_tokens, 0),
    output_tokens: usages.reduce((sum, { output_tokens }) => sum + output_tokens, 0),
    usd: usd.includes(null) ? null : rounded(usd.reduce<number>((sum, one) => sum + (one ?? 0), 0)),
  };
};

/**
 * Prices what an interview has used.
 * @param used the uses of the model for the kit, for this interview's questions, and for reading and
 * evaluating; the number
 * of characters spoken, and by which of Polly's engines
 */
export const costOfInterview = (used: {
  kit: readonly Usage[];
  questions: readonly Usage[];
  evaluation: readonly Usage[];
  characters: number;
  engine: 'standard' | 'neural';
}): Cost => {
  const questions = partOf(used.questions);
  const evaluation = partOf(used.evaluation);
  const voice = {
    characters: used.characters,
    usd: rounded(voiceUsd(used.characters, used.engine)),
  };
  const known = questions.usd !== null && evaluation.usd !== null;
  return {
    kit: partOf(used.kit),
    questions,
    evaluation,
    voice,
    total_usd: known ? rounded((questions.usd ?? 0) + (evaluation.usd ?? 0) + voice.usd) : null,
    prices_of: pricesReadOn,
  };
};
