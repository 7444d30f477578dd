import { parseModelId } from '../domain/model-id.ts';

/** What a model on Bedrock Converse accepts. If it is wrong, the call is a 400 (`unavailable`). */
export interface ModelCapabilities {
  /** `outputConfig.textFormat` with a JSON schema. */
  structured_output: boolean;
  /** `toolConfig`. */
  tool_use: boolean;
  /** How a tool can be forced: by name, as "any of those given", or not at all. */
  forced_tool: 'named' | 'any' | 'none';
  /** `inferenceConfig.temperature` other than the default. */
  temperature: boolean;
  /** It thinks unless a tool is forced, within `maxTokens`; `outputConfig.effort` limits that. */
  thinks: boolean;
  /** On demand only through an inference profile (`global.`, `us.` …). */
  inference_profile: boolean;
}

const claude: ModelCapabilities = {
  structured_output: false,
  tool_use: true,
  forced_tool: 'named',
  temperature: true,
  thinks: false,
  inference_profile: true,
};
const claudeStructured = { ...claude, structured_output: true };
const claudeAdaptive = { ...claude, temperature: false, thinks: true };
const claudeUnforced = { ...claudeAdaptive, forced_tool: 'none' as const };
const nova = { ...claude, inference_profile: false };
const llama = { ...claude, forced_tool: 'none' as const };
const mistral = { ...claude, forced_tool: 'any' as const, inference_profile: false };
const mistralStructured = { ...mistral, structured_output: true };

/** A model that is not in the table: the minimum that every model supports. */
export const unknownModel: ModelCapabilities = {
  structured_output: false,
  tool_use: false,
  forced_tool: 'none',
  temperature: false,
  thinks: false,
  inference_profile: false,
};

/**
 * By the start of the model id. Sources, read in November 2026: Bedrock user guide, "Get validated JSON
 * results from models" (Claude 4.5 and Opus 4.6 on Converse), "Supported models and model features";
 * Bedrock API reference, ToolChoice; Claude docs, migration guide of Haiku 5.5 (no structured output on
 * Bedrock, forced tool accepted and answered without thinking, no sampling parameters) and "Thinking"
 * (Sonnet 5.5, Opus 5.5, Fable 5.1 refuse a forced tool).
 */
const table: readonly (readonly [string, ModelCapabilities])[] = [
  ['anthropic.claude-haiku-5-5', claudeAdaptive],
  ['anthropic.claude-sonnet-5-5', claudeUnforced],
  ['anthropic.claude-opus-5-5', claudeUnforced],
  ['anthropic.claude-fable-5-1', claudeUnforced],
  ['anthropic.claude-sonnet-5', claudeAdaptive],
  ['anthropic.claude-opus-5', claudeAdaptive],
  ['anthropic.claude-opus-4-8', claudeAdaptive],
  ['anthropic.claude-opus-4-7', claudeAdaptive],
  ['anthropic.claude-opus-4-6', claudeStructured],
  ['anthropic.claude-sonnet-4-6', claude],
  ['anthropic.claude-haiku-4-5', claudeStructured],
  ['anthropic.claude-sonnet-4-5', claudeStructured],
  ['anthropic.claude-opus-4-5', claudeStructured],
  ['anthropic.claude-opus-4-1', claude],
  ['anthropic.claude-opus-4', claude],
  ['anthropic.claude-sonnet-4', claude],
  ['anthropic.claude-3-7-sonnet', claude],
  ['anthropic.claude-3-5-sonnet', { ...claude, inference_profile: false }],
  ['anthropic.claude-3-5-haiku', claude],
  ['anthropic.claude-3-haiku', { ...claude, inference_profile: false }],
  ['amazon.nova-micro', nova],
  ['amazon.nova-lite', nova],
  ['amazon.nova-pro', nova],
  ['amazon.nova-premier', { ...nova, inference_profile: true }],
  ['amazon.nova-2', { ...nova, inference_profile: true }],
  ['meta.llama3-1', llama],
  ['meta.llama3-2', llama],
  ['meta.llama3-3', llama],
  ['meta.llama4', llama],
  ['mistral.mistral-large-3', mistralStructured],
  ['mistral.ministral-3', mistralStructured],
  ['mistral.magistral-small', mistralStructured],
  ['mistral.mistral-large', mistral],
  ['mistral.mistral-small', mistral],
  ['mistral.pixtral-large', { ...mistral, inference_profile: true }],
];

/** `-5` after `claude-opus-4` names another model; `-20250929-v1:0`, `-v1:0`, `:0` do not. */
const otherVersion = /^-\d{1,2}(?!\d)/;

/**
 * What a model accepts, by its id, its inference profile's id, or the ARN of either. An application
 * inference profile's ARN says nothing about its model and is treated as unknown.
 */
export const capabilitiesOf = (model_id: string): ModelCapabilities => {
  const { model = '' } = parseModelId(model_id) ?? {};
  const rows = table
    .filter(
      ([prefix]) => model.startsWith(prefix) && !otherVersion.test(model.slice(prefix.length)),
    )
    .sort(([a], [b]) => b.length - a.length);
  return rows[0]?.[1] ?? unknownModel;
};
