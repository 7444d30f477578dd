import * as z from 'zod';
import { jsonIn } from '../../shared/domain/plain-text.ts';
import { ServiceError } from '../wire/service-error.ts';
import { ChatReply } from './chat-reply.ts';
import { type ChatRequest, type Option, options } from './chat-request.ts';

/** A server with an OpenAI-compatible API, such as Ollama, llama.cpp, LM Studio or vLLM. */
export interface ModelServer {
  /** Of its API, often ending in `/v1`. */
  url: string;
  /** Sent as bearer token, shown nowhere. */
  key?: string | undefined;
  /** How long a reply may take, in ms. */
  timeout?: number;
}

/** A little less than the five minutes that Node's `fetch` waits for the start of a response, in ms. */
export const longestReply = 280_000;

const Refusal = z.object({ error: z.object({ param: z.string() }) });

/**
 * Asks a server for chat completions. An option that it refuses is left out, from then on too: the one
 * that it names, else each alone until it accepts, at last all. Its errors are thrown as Bedrock's, in
 * words of our own: the server's may quote the key or what a candidate wrote.
 */
export const chatClient = ({ url, key, timeout = longestReply }: ModelServer) => {
  let known: readonly Option[] = [];
  const told = new Set<Option>();

  const post = async (body: ChatRequest, signal: AbortSignal) => {
    const late = AbortSignal.timeout(timeout);
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(key && { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.any([signal, late]),
      });
      return { status: response.status, reply: jsonIn(await response.text()) };
    } catch {
      return { status: late.aborted ? 504 : 0, reply: undefined };
    }
  };

  return async (request: ChatRequest, signal: AbortSignal): Promise<ChatReply> => {
    const attempts = [known];
    let hasGuessed = false;
    for (const refused of attempts) {
      const body = without(request, refused);
      const { status, reply } = await post(body, signal);
      if (status === 400 || status === 422) {
        const sent = options.filter((option) => option in body);
        const named = sent.find((option) => option === optionNamed(reply));
        if (named) {
          told.add(named);
          attempts.push([...refused, named]);
        } else if (!hasGuessed) {
          hasGuessed = true;
          attempts.push(
            ...[...sent.map((one) => [one]), sent].map((more) => [...refused, ...more]),
          );
        }
        continue;
      }
      const read = ChatReply.safeParse(reply);
      if (status !== 200 || !read.success) {
        throw errorOf(status === 200 ? 502 : status, url, request.model);
      }
      // A limit may be too high for this prompt alone: without one a model can go on for minutes.
      known = refused.filter((option) => option !== 'max_tokens' || told.has(option));
      return read.data;
    }
    throw errorOf(400, url, request.model);
  };
};

const without = (request: ChatRequest, refused: readonly Option[]): ChatRequest => {
  const gone = new Set<string>(refused);
  if (gone.has('tools')) gone.add('tool_choice');
  const kept = Object.entries(request).filter(
    ([name, set]) => set !== undefined && !gone.has(name),
  );
  const { model, messages, stream } = request;
  return { model, messages, stream, ...Object.fromEntries(kept) };
};

const optionNamed = (reply: unknown): string | undefined =>
  Refusal.safeParse(reply).data?.error.param.split(/\W/)[0];

const locked = 'does not let us in: name the variable that holds its key with --model-key-env';
const slow = 'did not answer in time';

/** By the server's status, 0 for none: Bedrock's error, its status, and what a developer reads. */
const errors: Readonly<Record<number, readonly [code: string, status: number, says: string]>> = {
  0: ['ServiceUnavailableException', 503, 'does not answer: start it, or correct --model-url'],
  401: ['AccessDeniedException', 403, locked],
  403: ['AccessDeniedException', 403, locked],
  404: ['ResourceNotFoundException', 404, 'does not know it, or has its API elsewhere (/v1?)'],
  408: ['ModelTimeoutException', 408, slow],
  429: ['ThrottlingException', 429, 'has too much to do'],
  503: ['ServiceUnavailableException', 503, 'is not ready'],
  504: ['ModelTimeoutException', 408, slow],
};

const errorOf = (answered: number, url: string, model: string): ServiceError => {
  const broken = answered < 500 ? 'ValidationException' : 'ModelErrorException';
  const other = [broken, answered < 500 ? 400 : 424, `answered ${answered}, not a reply`] as const;
  const [code, status, says] = errors[answered] ?? other;
  return new ServiceError(code, `${url}, asked for ${model}, ${says}`, { status });
};
