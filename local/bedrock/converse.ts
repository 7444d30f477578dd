import * as z from 'zod';
import { ServiceError } from '../wire/service-error.ts';
import { type Blocks, readBlocks, readTask, type Task } from './request.ts';

const Text = z.object({
  text: z.string().optional(),
  guardContent: z.object({ text: z.object({ text: z.string() }) }).optional(),
});
const Request = z.object({
  system: z.array(Text).default([]),
  messages: z
    .array(z.object({ role: z.enum(['user', 'assistant']), content: z.array(Text) }))
    .min(1),
  toolConfig: z
    .object({ tools: z.array(z.object({ toolSpec: z.object({ name: z.string() }).optional() })) })
    .optional(),
});

/** A Converse request as the offline interviewer understands it. */
export interface Asked {
  task: Task;
  blocks: Blocks;
  /** The tool that the output is to be given to; without one it is given as JSON text. */
  tool: string | undefined;
  /** Estimated, from the characters of the whole request. */
  inputTokens: number;
}

/** Four characters to a token is what English prose comes to; it is an estimate and no more. */
export const estimateTokens = (text: string): number => Math.max(1, Math.ceil(text.length / 4));

const textOf = (content: readonly z.infer<typeof Text>[]) =>
  content.map(({ text, guardContent }) => text ?? guardContent?.text.text ?? '').join('\n');

/** Reads the body of a Converse call, or throws the ValidationException that Bedrock would answer. */
export const readConverse = (body: string): Asked => {
  const { system, messages, toolConfig } = parse(body);
  const instructions = textOf(system);
  const task = readTask(instructions);
  if (!task) {
    const message = 'The offline interviewer knows only prompts that begin with "Task: <task>".';
    throw new ServiceError('ValidationException', message);
  }
  const [first] = messages;
  const names =
    toolConfig?.tools.flatMap(({ toolSpec }) => (toolSpec ? [toolSpec.name] : [])) ?? [];
  return {
    task,
    blocks: readBlocks(textOf(first?.content ?? [])),
    tool: names.find((name) => name === task) ?? names[0],
    inputTokens: estimateTokens(
      instructions + messages.map(({ content }) => textOf(content)).join(''),
    ),
  };
};

const parse = (body: string): z.infer<typeof Request> => {
  try {
    return Request.parse(JSON.parse(body));
  } catch {
    throw new ServiceError('ValidationException', 'The request is no Converse request.');
  }
};

export type ContentBlock =
  | { text: string }
  | { toolUse: { toolUseId: string; name: string; input: unknown } };

/** A finished answer of the model, before it is wrapped. */
export interface Reply {
  content: ContentBlock[];
  stopReason: string;
}

/** An output as a tool call where a tool was given, else as JSON text. */
export const replyWith = (output: unknown, tool: string | undefined): Reply =>
  tool === undefined
    ? { content: [{ text: JSON.stringify(output) }], stopReason: 'end_turn' }
    : {
        content: [{ toolUse: { toolUseId: 'tooluse_offline', name: tool, input: output } }],
        stopReason: 'tool_use',
      };

/** The body of a ConverseResponse. */
export const wrapReply = (
  { content, stopReason }: Reply,
  inputTokens: number,
  latencyMs: number,
) => {
  const outputTokens = content.length > 0 ? estimateTokens(JSON.stringify(content)) : 0;
  return {
    output: { message: { role: 'assistant', content } },
    stopReason,
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs },
    additionalModelResponseFields: { evaluator: 'offline' },
  };
};
