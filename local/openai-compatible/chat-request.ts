import type { Converse } from '../converse/request.ts';

/** What a server may refuse: the limit, which can be too high for one prompt, then the dispensable first. */
export const options = [
  'max_tokens',
  'reasoning_effort',
  'tool_choice',
  'tools',
  'response_format',
  'temperature',
] as const;
export type Option = (typeof options)[number];

/** The body of a chat completion. */
export interface ChatRequest extends Partial<Record<Option, unknown>> {
  model: string;
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[];
  stream: false;
}

/**
 * A Converse request as a chat completion. The schema of the output is also in the prompt: some
 * servers ignore `response_format` and `tools`, and with others the model does not see them.
 */
export const toChatRequest = (model: string, asked: Converse): ChatRequest => {
  const { system, messages, inferenceConfig, toolConfig } = asked;
  const format = asked.outputConfig?.textFormat.structure.jsonSchema;
  const tools = toolConfig?.tools.map(({ toolSpec }) => toolSpec) ?? [];
  const schemas = [
    ...(format ? [format.schema] : []),
    ...tools.map(({ inputSchema }) => JSON.stringify(inputSchema.json)),
  ].map((schema) => `The JSON Schema of your output:\n${schema}`);
  return {
    model,
    messages: [{ role: 'system', content: [system, ...schemas].join('\n\n') }, ...messages],
    stream: false,
    max_tokens: inferenceConfig.maxTokens,
    temperature: inferenceConfig.temperature,
    reasoning_effort: asked.additionalModelRequestFields.reasoning_effort,
    ...(format && { response_format: responseFormat(format) }),
    ...(toolConfig && { tools: tools.map(toFunction), tool_choice: choiceOf(toolConfig) }),
  };
};

const responseFormat = ({ name, schema }: { name: string; schema: string }) => ({
  type: 'json_schema',
  json_schema: { name, schema: JSON.parse(schema) },
});

type ToolConfig = NonNullable<Converse['toolConfig']>;

const toFunction = ({
  name,
  description,
  inputSchema,
}: ToolConfig['tools'][number]['toolSpec']) => ({
  type: 'function',
  function: { name, description, parameters: inputSchema.json },
});

const choiceOf = ({ toolChoice: { tool, any } }: ToolConfig) =>
  tool ? { type: 'function', function: tool } : any && 'required';
