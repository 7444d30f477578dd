import type {
  ConverseCommand,
  ConverseCommandInput,
  ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import type { ConverseClient } from '../../../shared/interviewer/ask.ts';

/** The next step of a model: call the tool with a value, return a text, fail, reply in full or hang. */
export type Next =
  | { output: unknown }
  | { text: string }
  | { error: Error }
  | { reply: Partial<ConverseCommandOutput> }
  | { hang: true };

const message = (content: object[]): ConverseCommandOutput['output'] => ({
  message: { role: 'assistant', content: content as never },
});

const toReply = (next: Next, toolName: string): Partial<ConverseCommandOutput> => {
  if ('reply' in next) return next.reply;
  if ('text' in next) return { output: message([{ text: next.text }]), stopReason: 'end_turn' };
  const input = 'output' in next ? next.output : null;
  return {
    output: message([{ toolUse: { toolUseId: 'tool-1', name: toolName, input } }]),
    stopReason: 'tool_use',
  };
};

const nameOfTask = (input: ConverseCommandInput) =>
  /^Task: (\w+)/.exec(input.system?.[0]?.text ?? '')?.[1] ?? '';

/** A Bedrock client that gives these replies in turn, the last one repeatedly, and keeps the requests. */
export const fakeBedrock = (...parts: Next[]) => {
  const requests: ConverseCommandInput[] = [];
  const send = async (
    { input }: ConverseCommand,
    _options?: { abortSignal?: AbortSignal },
  ): Promise<ConverseCommandOutput> => {
    requests.push(input);
    const next = parts[Math.min(requests.length, parts.length) - 1];
    if (!next) throw new Error('The model was asked, and should not have been');
    if ('error' in next) throw next.error;
    if ('hang' in next) return new Promise(() => {});
    return {
      $metadata: {},
      output: undefined,
      stopReason: undefined,
      metrics: undefined,
      usage: { inputTokens: 100, outputTokens: 20, totalTokens: 120 },
      ...toReply(next, nameOfTask(input)),
    };
  };
  const bedrock: ConverseClient = { send };
  return { bedrock, requests };
};

/** All text of a request's n-th message. */
export const textOf = (request: ConverseCommandInput | undefined, n = 0): string =>
  (request?.messages?.[n]?.content ?? [])
    .map((block) => block.text ?? block.guardContent?.text?.text ?? '')
    .join('\n');

/** A request with its random marker replaced, so that it can be compared. */
export const unmarked = (text: string): string =>
  text.replace(/(<\/?[a-z]+-)[0-9a-f]{32}>/g, '$1MARKER>');
