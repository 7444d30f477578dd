import * as z from 'zod';

/** Where a piece of model output came from, kept beside it. */
export const Provenance = z.object({
  /**
   * `openai-compatible` is a model that `npm start` was given by its URL; `offline` means that no
   * language model was called.
   */
  evaluator: z.enum(['bedrock', 'openai-compatible', 'offline']),
  model_id: z.string(),
  prompt_version: z.string(),
  /** SHA-256 (hex) of the system prompt and output schema that were sent. */
  prompt_hash: z.string(),
  input_tokens: z.int().min(0),
  output_tokens: z.int().min(0),
  made_at: z.string(),
});
export type Provenance = z.infer<typeof Provenance>;

/** The `model_id` of a text of our own, for which no model was asked. */
export const noModel = 'none';
