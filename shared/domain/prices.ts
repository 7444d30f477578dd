import { parseModelId } from './model-id.ts';

/** US dollars per million tokens, on demand, global endpoints, prompts below 100,000 tokens. */
export interface Price {
  input: number;
  output: number;
}

/** The day on which the vendors' public price pages were read; update it with the numbers. */
export const pricesReadOn = '2026-11-23';

const models: readonly (readonly [start: string, price: Price])[] = [
  ['anthropic.claude-haiku-5-5', { input: 0.1, output: 0.5 }],
  ['anthropic.claude-sonnet-5-5', { input: 2, output: 10 }],
  ['anthropic.claude-opus-5-5', { input: 4, output: 20 }],
  ['anthropic.claude-haiku-4-5', { input: 1, output: 5 }],
  ['anthropic.claude-sonnet-4-6', { input: 3, output: 15 }],
];

/** US dollars per million characters spoken by Polly. */
export const voicePrices = { standard: 4, neural: 16 } as const;

/** The price of a model by its id, ARN or inference profile; null if the table has none. */
export const priceOf = (model_id: string): Price | null => {
  const { model } = parseModelId(model_id) ?? {};
  return models.find(([start]) => model?.startsWith(start))?.[1] ?? null;
};

/** Dollars for this many tokens; null if the price is not known. */
export const costOf = (
  model_id: string,
  { input_tokens, output_tokens }: { input_tokens: number; output_tokens: number },
): number | null => {
  const price = priceOf(model_id);
  return price && (input_tokens * price.input + output_tokens * price.output) / 1_000_000;
};
