import { startServer, type WireRequest, type WireServer } from '../wire/h2c-server.ts';
import { jsonErrorResponse, ServiceError } from '../wire/service-error.ts';
import { chatClient, type ModelServer } from './chat-client.ts';
import { toConverseReply } from './chat-reply.ts';
import { toChatRequest } from './chat-request.ts';
import { readConverse } from './converse-request.ts';

/**
 * Stands in for Amazon Bedrock in front of a model that is reached in another way: translates Converse
 * to chat completions and back, and marks the replies `evaluator: openai-compatible`.
 */
export const startOpenAiCompatible = async (server: ModelServer): Promise<WireServer> => {
  const chat = chatClient(server);
  const converse = async ({ path, body, signal }: WireRequest): Promise<object> => {
    const [, model] = /^\/model\/([^/]+)\/converse$/.exec(path) ?? [];
    if (!model) throw new ServiceError('UnknownOperationException', 'Not served here.');
    const asked = readConverse(body.toString('utf8'));
    const started = performance.now();
    const reply = await chat(toChatRequest(decodeURIComponent(model), asked), signal);
    return toConverseReply(reply, Math.ceil(performance.now() - started));
  };
  return startServer({
    handle: async (request) => {
      try {
        const body = JSON.stringify(await converse(request));
        return { status: 200, headers: { 'content-type': 'application/json' }, body };
      } catch (error) {
        if (error instanceof ServiceError) return jsonErrorResponse(error, 'application/json');
        throw error;
      }
    },
  });
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
