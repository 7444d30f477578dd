import * as z from 'zod';
import { jsonIn } from '../shared/domain/plain-text.ts';
import { Obstacle } from './finding.ts';
import { noAnswer } from './no-answer.ts';

/** What a server sent, whatever it is. */
export interface Reply {
  status: number;
  headers: Headers;
  body: Buffer;
  /** When it was asked and when all of it was there, in ms since the epoch. */
  asked: number;
  answered: number;
}

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** In ms, if it may take longer than the others. */
  timeout?: number;
}

/** A deployment as a stranger sees it. */
export interface Site {
  /** Its origin. */
  url: URL;
  isLocal: boolean;
  /** Redirects are not followed. @throws Obstacle without an answer */
  send(path: string, sent?: Sent): Promise<Reply>;
}

interface SiteOptions {
  url: URL;
  /** For each request, in ms. */
  timeout: number;
  fetch?: typeof fetch;
  now?: () => number;
}

/** More than any of our pages, assets or sounds has, in bytes. */
const bodyLimit = 5_000_000;

const bodyOf = async (response: Response, host: string): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bodyLimit) {
      throw new Obstacle(`${host} sends more than 5 MB`, 'Check that this is Talaro');
    }
  }
  return Buffer.concat(chunks);
};

/** Whether an address is of this machine, where nothing crosses a network. */
export const isLocal = ({ hostname }: URL): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** The site at an address; anything behind the host in it is left out. */
export const openSite = ({ url, timeout, fetch: ask = fetch, now = Date.now }: SiteOptions) => {
  const origin = new URL(url.origin);
  const send: Site['send'] = async (path, { body, headers, ...sent } = {}) => {
    const asked = now();
    const { host, href } = new URL(path, origin);
    try {
      const response = await ask(href, {
        method: sent.method ?? 'GET',
        redirect: 'manual',
        signal: AbortSignal.timeout(sent.timeout ?? timeout),
        headers: {
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const { status, headers: got } = response;
      return { status, headers: got, body: await bodyOf(response, host), asked, answered: now() };
    } catch (error) {
      throw error instanceof Obstacle ? error : noAnswer(host, error);
    }
  };
  return { url: origin, isLocal: isLocal(origin), send } satisfies Site;
};

/** The JSON in a reply; undefined if it is none. */
export const jsonOf = ({ body }: Reply): unknown => jsonIn(body.toString('utf8'));

const ErrorForm = z.object({
  error: z.string(),
  code: z.string(),
  request_id: z.string().optional(),
});

/** The error in a reply, if it has the form that all errors of Talaro have. */
export const errorOf = (reply: Reply) => ErrorForm.safeParse(jsonOf(reply)).data;

/** What came, in a few words: "403 with code forbidden", "200 with text/html". */
export const came = (reply: Reply): string => {
  const code = errorOf(reply)?.code;
  const type = reply.headers.get('content-type')?.split(';')[0] || 'no content type';
  return `${reply.status} with ${code ? `code ${code}` : type}`;
};

/** Whether a reply is a refusal in our form, with this status and code. */
export const refuses = (reply: Reply, status: number, code: string): boolean =>
  reply.status === status && errorOf(reply)?.code === code;

/** The content of a reply by its schema. @throws Obstacle if it is something else */
export const contentOf = <Schema extends z.ZodType>(schema: Schema, reply: Reply) => {
  const { data } = schema.safeParse(jsonOf(reply));
  if (data !== undefined) return data;
  throw new Obstacle(
    `The answer is not what this version promises: ${came(reply)}`,
    'Deploy the version that this doctor belongs to, or run the doctor of the one deployed',
  );
};
