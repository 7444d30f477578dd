import { knownOf, longestOf, parseModelId, type Starts } from '../domain/model-id.ts';

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
  /** When it may think, within `maxTokens`; `unforced` is "unless a tool is forced". */
  thinks: 'never' | 'unforced' | 'always';
  /** The field of `additionalModelRequestFields` that asks for little thinking. */
  effort: 'output_config' | 'reasoning_effort' | 'none';
  /** On demand only through an inference profile (`global.`, `us.` …). */
  inference_profile: boolean;
}

/** Models described by a deployment: by their ids, the start of these, or the ARN of a profile. */
export type DescribedModels = Readonly<Record<string, ModelCapabilities>>;

/** A model that is neither in the table nor described: the minimum that every model supports. */
export const unknownModel: ModelCapabilities = {
  structured_output: false,
  tool_use: false,
  forced_tool: 'none',
  temperature: false,
  thinks: 'always',
  effort: 'none',
  inference_profile: false,
};

const claude: ModelCapabilities = {
  structured_output: false,
  tool_use: true,
  forced_tool: 'named',
  temperature: true,
  thinks: 'never',
  effort: 'none',
  inference_profile: true,
};
const claudeStructured = { ...claude, structured_output: true };
const claudeAdaptive = {
  ...claude,
  temperature: false,
  thinks: 'unforced',
  effort: 'output_config',
} as const;
const claudeUnforced = { ...claudeAdaptive, forced_tool: 'none' } as const;
const nova = { ...claude, inference_profile: false };
const llama = { ...claude, forced_tool: 'none' } as const;
const anyTool = { ...claude, forced_tool: 'any', inference_profile: false } as const;
const structured = { ...anyTool, structured_output: true };
const structuredThinking = { ...structured, thinks: 'always' } as const;

/**
 * By the start of the model id, read on 2026-11-26.
 * - Structured output: Bedrock user guide, "Get validated JSON results from models", which lists
 *   each of these models.
 * - Forced tools: Bedrock API reference, ToolChoice; Claude docs, "What's new" and migration guides of
 *   Haiku 5.5, Sonnet 5.5, Opus 5.5, Fable 5.1 and 5.2 (all but Haiku 5.5 refuse them);
 *   langchain-aws, issues 447, 1259, 1270 (DeepSeek) and `supports_tool_choice_values` (Llama, whose
 *   small 3.2 models take no tool).
 * - Temperature, thinking, effort: the same Claude docs; Bedrock user guide, "Adaptive thinking" and
 *   "OpenAI models"; recorded Converse calls in pydantic-ai (`output_config`, `reasoning_effort`).
 *   `outputConfig.effort` is documented, but reported as refused. Moonshot and DeepSeek advise against
 *   temperature 0 for Kimi K2 Thinking and R1.
 * - Inference profiles: Bedrock user guide, model cards and "DeepSeek models".
 * - Not listed: what reached its end on Bedrock (Claude 3, Sonnet 4, Opus 4, Nova Premier).
 */
const table: Starts<ModelCapabilities> = [
  ['anthropic.claude-haiku-5-5', claudeAdaptive],
  ['anthropic.claude-sonnet-5-5', claudeUnforced],
  ['anthropic.claude-opus-5-5', claudeUnforced],
  ['anthropic.claude-fable-5-1', claudeUnforced],
  ['anthropic.claude-fable-5-2', claudeUnforced],
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
  ['amazon.nova-micro', nova],
  ['amazon.nova-lite', nova],
  ['amazon.nova-pro', nova],
  ['amazon.nova-2', { ...nova, inference_profile: true }],
  ['meta.llama3-1', llama],
  ['meta.llama3-2', { ...llama, tool_use: false }],
  ['meta.llama3-3', llama],
  ['meta.llama4', llama],
  ['mistral.mistral-large', anyTool],
  ['mistral.mistral-large-3', structured],
  ['mistral.ministral-3', structured],
  ['mistral.magistral-small', structuredThinking],
  ['mistral.pixtral-large', { ...anyTool, inference_profile: true }],
  ['openai.gpt-oss', { ...structuredThinking, effort: 'reasoning_effort' }],
  ['qwen.qwen3', structuredThinking],
  ['deepseek.r1', { ...unknownModel, inference_profile: true }],
  ['deepseek.v3', structuredThinking],
  ['deepseek.v3.2', { ...anyTool, thinks: 'always' }],
  ['google.gemma-3-12b', structured],
  ['google.gemma-3-27b', structured],
  ['moonshot.kimi-k2-thinking', { ...structuredThinking, temperature: false }],
];

/**
 * What a model accepts, by its id, its inference profile's id, or the ARN of either. What a
 * deployment describes goes before the table.
 */
export const capabilitiesOf = (
  model_id: string,
  described: DescribedModels = {},
): ModelCapabilities => {
  const model = parseModelId(model_id)?.model ?? model_id;
  const own = Object.entries(described).filter(([start]) =>
    [model, model_id].some((id) => id.startsWith(start)),
  );
  return longestOf(own) ?? knownOf(table, model_id) ?? unknownModel;
};
