import { type ModelCapabilities, unknownModel } from '../../shared/interviewer/models.ts';
import { converseServer } from '../converse/server.ts';
import type { WireServer } from '../wire/h2c-server.ts';
import { chatClient, type ModelServer } from './chat-client.ts';
import { toReply } from './chat-reply.ts';
import { toChatRequest } from './chat-request.ts';

/** What the stand-in translates; what the server refuses, it leaves out automatically. */
export const onServer: ModelCapabilities = {
  ...unknownModel,
  structured_output: true,
  temperature: true,
  effort: 'reasoning_effort',
};

/**
 * Stands in for Amazon Bedrock in front of a model that is reached in another way: translates Converse
 * to chat completions and back, and marks the replies `evaluator: openai-compatible`.
 */
export const startOpenAiCompatible = (server: ModelServer): Promise<WireServer> => {
  const chat = chatClient(server);
  return converseServer('openai-compatible', async (asked, { model, signal }) =>
    toReply(await chat(toChatRequest(model, asked), signal)),
  );
};

/**
 * Asks a model for one word, which also makes its server load it.
 * @throws ServiceError with a sentence that says what to do
 */
export const requireModel = async (server: ModelServer, model: string): Promise<void> => {
  const messages = [{ role: 'user' as const, content: 'Say OK.' }];
  const request = { model, messages, max_tokens: 16, stream: false as const };
  await chatClient(server)(request, new AbortController().signal);
};
