import type {
  ContentBlock,
  ConverseCommandInput,
  Message,
  SystemContentBlock,
} from '@aws-sdk/client-bedrock-runtime';
import { capabilitiesOf, type DescribedModels, type ModelCapabilities } from './models.ts';
import type { Fenced } from './prompt.ts';
import type { Task } from './task.ts';

/** A Bedrock guardrail. It reads the answer block and nothing else of the message. */
export interface Guardrail {
  id: string;
  version: string;
}

/**
 * Output tokens for thinking, which counts towards the limit of models that cannot turn it off. With
 * the longest task it stays below 8,192, the limit of several open models.
 */
const thinkingRoom = 3_000;

const lowEffort = {
  output_config: { output_config: { effort: 'low' } },
  reasoning_effort: { reasoning_effort: 'low' },
  none: undefined,
};

/**
 * The first Converse request of a task: structured output if the model has it, else a tool, else the
 * schema in the prompt. Temperature 0 if the model accepts one: the same answer, the same levels.
 */
export const buildRequest = (
  task: Task<unknown>,
  model_id: string,
  blocks: readonly Fenced[],
  guardrail?: Guardrail,
  described?: DescribedModels,
): ConverseCommandInput => {
  const model = capabilitiesOf(model_id, described);
  const mode = outputMode(model);
  const forced = mode === 'tool' && model.forced_tool !== 'none';
  const thinking = model.thinks === 'always' || (model.thinks === 'unforced' && !forced);
  const effort = thinking ? lowEffort[model.effort] : undefined;
  return {
    modelId: model_id,
    system: [{ text: task.system }, ...shapeInPrompt(task, model)],
    messages: [{ role: 'user', content: userContent(blocks, guardrail) }],
    inferenceConfig: {
      maxTokens: task.max_tokens + (thinking ? thinkingRoom : 0),
      ...(model.temperature && { temperature: 0 }),
    },
    ...(mode === 'tool' && { toolConfig: toolConfig(task, model) }),
    ...(mode === 'structured' && { outputConfig: { textFormat: textFormat(task) } }),
    ...(effort && { additionalModelRequestFields: effort }),
    ...(guardrail && {
      guardrailConfig: {
        guardrailIdentifier: guardrail.id,
        guardrailVersion: guardrail.version,
        trace: 'enabled',
      },
    }),
  };
};

/**
 * The request for a repair: the first request, then the model's output and the problems with it. The
 * bad output goes back as text, whatever form it had: a tool call would need a tool result, which not
 * every model accepts, and thinking may not be sent back altered.
 */
export const repairRequest = (
  request: ConverseCommandInput,
  output: string,
  problems: readonly string[],
): ConverseCommandInput => {
  const assistant: Message = {
    role: 'assistant',
    // Bedrock rejects a blank text.
    content: [{ text: output.trim() === '' ? '(nothing)' : output.trim().slice(0, 40_000) }],
  };
  const list = problems.map((problem) => `- ${problem}`).join('\n');
  const user: Message = {
    role: 'user',
    content: [
      {
        text: `Your output cannot be used:\n${list}\nGive the whole output again with this put right, and nothing else changed.`,
      },
    ],
  };
  return { ...request, messages: [...(request.messages ?? []), assistant, user] };
};

const outputMode = (model: ModelCapabilities): 'structured' | 'tool' | 'prompt' => {
  if (model.structured_output) return 'structured';
  return model.tool_use ? 'tool' : 'prompt';
};

const shapeInPrompt = (task: Task<unknown>, model: ModelCapabilities): SystemContentBlock[] => {
  const mode = outputMode(model);
  if (mode === 'prompt') {
    return [{ text: `The JSON Schema of your output:\n${JSON.stringify(task.schema)}` }];
  }
  if (mode === 'tool' && model.forced_tool === 'none') {
    return [{ text: `Give your output by calling the tool ${task.name}, once.` }];
  }
  return [];
};

const toolConfig = (
  task: Task<unknown>,
  { forced_tool }: ModelCapabilities,
): ConverseCommandInput['toolConfig'] => ({
  tools: [
    {
      toolSpec: {
        name: task.name,
        description: 'Takes the finished output.',
        inputSchema: { json: task.schema },
      },
    },
  ],
  ...(forced_tool === 'named' && { toolChoice: { tool: { name: task.name } } }),
  ...(forced_tool === 'any' && { toolChoice: { any: {} } }),
});

const textFormat = (task: Task<unknown>) => ({
  type: 'json_schema' as const,
  structure: { jsonSchema: { schema: JSON.stringify(task.schema), name: task.name } },
});

/** One text, or with a guardrail the answer apart: a guardrail reads only what is marked. */
const userContent = (blocks: readonly Fenced[], guardrail?: Guardrail): ContentBlock[] => {
  if (!guardrail) return [{ text: blocks.map(({ text }) => text).join('\n') }];
  return blocks.map(({ name, text }) =>
    name === 'answer'
      ? { guardContent: { text: { text, qualifiers: ['guard_content'] } } }
      : { text },
  );
};
