import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

/** What the server was asked. */
export interface Seen {
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown> & { messages: { role: string; content: string }[] };
}

/** Answers a request in its own way, or gives the body of a chat completion. */
export type Answer = (seen: Seen, response: ServerResponse) => object | undefined;

/** A chat completion of this message. */
export const completion = (message: object, over: object = {}) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 },
  ...over,
});

/** Answers with an error in the form that these servers share. */
export const failing =
  (status: number, error: object | string = { message: 'No.', type: 'error' }): Answer =>
  (_seen, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error }));
    return undefined;
  };

/** A server with an OpenAI-compatible API that gives these answers in turn, the last one repeatedly. */
export const openAiServer = async (...answers: (Answer | object)[]) => {
  const seen: Seen[] = [];
  const left = Promise.withResolvers<void>();
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { url: path = '', headers } = request;
    const one = { path, headers, body: JSON.parse(text) };
    seen.push(one);
    response.once('close', () => response.writableFinished || left.resolve());
    const answer = answers[Math.min(seen.length, answers.length) - 1];
    const reply = typeof answer === 'function' ? answer(one, response) : answer;
    if (!reply) return;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(reply));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/v1`, seen, left: left.promise, close };
};
