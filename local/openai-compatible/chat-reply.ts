import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { jsonIn } from '../../shared/domain/plain-text.ts';
import type { Reply } from '../converse/server.ts';

const Call = z.object({
  id: z.string().nullish(),
  function: z.object({ name: z.string(), arguments: z.unknown() }),
});
const Choice = z.object({
  message: z.object({
    content: z.union([z.string(), z.array(z.object({ text: z.string().default('') }))]).nullish(),
    refusal: z.string().nullish(),
    tool_calls: z.array(Call).nullish(),
  }),
  finish_reason: z.string().nullish(),
});
type Choice = z.infer<typeof Choice>;
const tokens = z.int().min(0).catch(0);

/** A chat completion. What is not named here, such as `reasoning_content`, is dropped. */
export const ChatReply = z.object({
  choices: z.tuple([Choice], z.unknown()),
  usage: z.object({ prompt_tokens: tokens, completion_tokens: tokens }).nullish().catch(null),
});
export type ChatReply = z.infer<typeof ChatReply>;

/** The same as a reply of Converse; its usage is zero if the server sent none. */
export const toReply = ({ choices: [choice], usage }: ChatReply): Reply => ({
  content: contentOf(choice),
  stopReason: stopReasonOf(choice),
  inputTokens: usage?.prompt_tokens ?? 0,
  outputTokens: usage?.completion_tokens ?? 0,
});

const stopReasonOf = ({ message, finish_reason }: Choice): string => {
  if (message.refusal) return 'refusal';
  if (finish_reason === 'length') return 'max_tokens';
  if (finish_reason === 'content_filter') return 'content_filtered';
  return message.tool_calls?.length ? 'tool_use' : 'end_turn';
};

const contentOf = ({ message: { content, refusal, tool_calls } }: Choice) => {
  const written =
    typeof content === 'string' ? content : (content ?? []).map(({ text }) => text).join('');
  const text = refusal || written;
  return [...(text === '' ? [] : [{ text }]), ...(tool_calls ?? []).map(toolUse)];
};

/** A tool call. One whose arguments are not JSON stays text, which is how the model hears of it. */
const toolUse = ({ id, function: { name, arguments: given } }: z.infer<typeof Call>) => {
  const input = typeof given === 'string' ? jsonIn(given) : given;
  if (input === undefined) return { text: String(given) };
  return { toolUse: { toolUseId: id || randomUUID(), name, input } };
};
