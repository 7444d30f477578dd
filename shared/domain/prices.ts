import { knownOf, type Starts } from './model-id.ts';

/** US dollars per million tokens, on demand. */
interface Price {
  input: number;
  output: number;
}

/** The day on which the public price pages were read; update it with the numbers. */
export const pricesReadOn = '2026-11-26';

/**
 * Claude: its models overview, for global endpoints and prompts below 100,000 tokens. The others:
 * us-east-1, from the public catalogue models.dev and a second public list that agrees with it, since
 * the tables of the Bedrock price page could not be read. Other regions differ by some tenths.
 */
const models: Starts<Price> = [
  ['anthropic.claude-haiku-5-5', { input: 0.1, output: 0.5 }],
  ['anthropic.claude-sonnet-5-5', { input: 2, output: 10 }],
  ['anthropic.claude-opus-5-5', { input: 4, output: 20 }],
  ['anthropic.claude-fable-5-2', { input: 8, output: 40 }],
  ['anthropic.claude-fable-5-1', { input: 10, output: 50 }],
  ['anthropic.claude-sonnet-5', { input: 2, output: 10 }],
  ['anthropic.claude-opus-5', { input: 5, output: 25 }],
  ['anthropic.claude-opus-4-8', { input: 5, output: 25 }],
  ['anthropic.claude-opus-4-7', { input: 5, output: 25 }],
  ['anthropic.claude-opus-4-6', { input: 5, output: 25 }],
  ['anthropic.claude-opus-4-5', { input: 5, output: 25 }],
  ['anthropic.claude-opus-4-1', { input: 15, output: 75 }],
  ['anthropic.claude-haiku-4-5', { input: 1, output: 5 }],
  ['anthropic.claude-sonnet-4-6', { input: 3, output: 15 }],
  ['anthropic.claude-sonnet-4-5', { input: 3, output: 15 }],
  ['amazon.nova-micro', { input: 0.035, output: 0.14 }],
  ['amazon.nova-lite', { input: 0.06, output: 0.24 }],
  ['amazon.nova-pro', { input: 0.8, output: 3.2 }],
  ['meta.llama3-1-8b', { input: 0.22, output: 0.22 }],
  ['meta.llama3-1-70b', { input: 0.72, output: 0.72 }],
  ['meta.llama3-3-70b', { input: 0.72, output: 0.72 }],
  ['meta.llama4-maverick', { input: 0.24, output: 0.97 }],
  ['mistral.mistral-large-3', { input: 0.5, output: 1.5 }],
  ['openai.gpt-oss-120b', { input: 0.15, output: 0.6 }],
  ['qwen.qwen3-235b', { input: 0.22, output: 0.88 }],
  ['qwen.qwen3-32b', { input: 0.15, output: 0.6 }],
  ['deepseek.r1', { input: 1.35, output: 5.4 }],
  ['deepseek.v3', { input: 0.58, output: 1.68 }],
  ['deepseek.v3.2', { input: 0.62, output: 1.85 }],
  ['moonshot.kimi-k2-thinking', { input: 0.6, output: 2.5 }],
];

/** What a model without a known price counts at, so that the daily budget binds. */
export const dearestPrice: Price = {
  input: Math.max(...models.map(([, { input }]) => input)),
  output: Math.max(...models.map(([, { output }]) => output)),
};

/** US dollars per million characters spoken by Polly. */
export const voicePrices = { standard: 4, neural: 16 } as const;

/** The price of a model by its id, ARN or inference profile; null if the table has none. */
export const priceOf = (model_id: string): Price | null => knownOf(models, model_id) ?? null;

/** Dollars for this many tokens, at the dearest known price if the model's own is not known. */
export const costOf = (
  model_id: string,
  { input_tokens, output_tokens }: { input_tokens: number; output_tokens: number },
): number => {
  const { input, output } = priceOf(model_id) ?? dearestPrice;
  return (input_tokens * input + output_tokens * output) / 1_000_000;
};

/** One line on those of these models whose price is not known; null if there are none. */
export const unpricedWarning = (model_ids: readonly string[]): string | null => {
  const unpriced = model_ids.filter((id) => !priceOf(id));
  if (unpriced.length === 0) return null;
  return `No price is known for ${unpriced.join(' and ')}: costs and the daily budget count the dearest known one, $${dearestPrice.input} per million tokens in and $${dearestPrice.output} out.`;
};
