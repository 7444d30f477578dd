import { TalaroError } from './error.ts';
import type { Route } from './routes.ts';
import type { CallOptions } from './types.ts';

type Values = Readonly<Record<string, unknown>>;

/** The path and the query of a call, and what is left for the body. */
const addressOf = ({ path, hasBody }: Route, input: Values) => {
  const rest = { ...input };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (hasBody) return { address: filled, body: JSON.stringify(rest) };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  return { address: query.size > 0 ? `${filled}?${query}` : filled, body: null };
};

const record = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** The error of an answer; one that is not the API's is called unreadable. */
const errorOf = async (response: Response): Promise<TalaroError> => {
  const body = record(await response.json().catch(() => null));
  const { error, code, issues, request_id } = body;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new TalaroError(
    typeof error === 'string' ? error : `The server answered ${response.status}`,
    {
      code: typeof code === 'string' ? code : 'unreadable',
      status: response.status,
      issues: Array.isArray(issues) ? issues : [],
      ...(typeof request_id === 'string' && { request_id }),
      retry_after: Number.isFinite(seconds) ? seconds : null,
      body,
    },
  );
};

export interface Wire {
  base_url: string;
  fetch: typeof fetch;
}

export interface Sent extends CallOptions {
  access: string | null;
}

/**
 * One request and its answer.
 * @throws TalaroError for a refusal, and where no answer came; the signal's reason when aborted
 */
export const request = async (
  { base_url, fetch }: Wire,
  route: Route,
  input: Values,
  { access, signal, idempotency_key }: Sent,
): Promise<unknown> => {
  const { address, body } = addressOf(route, input);
  const sent = fetch(`${base_url}${address}`, {
    method: route.method,
    headers: {
      accept: 'application/json',
      ...(access && { authorization: `Bearer ${access}` }),
      ...(body !== null && { 'content-type': 'application/json' }),
      ...(idempotency_key && { 'idempotency-key': idempotency_key }),
    },
    ...(body !== null && { body }),
    ...(signal && { signal }),
  });
  const lost = (cause: unknown) => {
    signal?.throwIfAborted();
    return new TalaroError(`No answer from ${base_url || 'the server'}`, {
      code: 'unreachable',
      status: 0,
      cause,
    });
  };
  const response = await sent.catch((cause: unknown) => Promise.reject(lost(cause)));
  if (!response.ok) throw await errorOf(response);
  return response.json().catch((cause: unknown) => Promise.reject(lost(cause)));
};
