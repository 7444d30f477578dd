import { addressOf, type Values } from './address.ts';
import { TalaroError } from './error.ts';
import type { Route } from './routes.ts';
import type { CallOptions } from './types.ts';

const record = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Whole seconds; a date is for caches, and nothing of ours sends one. */
const secondsOf = (header: string | null): number | null =>
  header !== null && /^\d+$/.test(header) ? Number(header) : null;

/** The error of an answer; one that is not the API's is called unreadable. */
const errorOf = ({ status, headers }: Response, text: string): TalaroError => {
  const body = record(json(text));
  const { error, code, issues, request_id } = body;
  const retry_after = secondsOf(headers.get('retry-after'));
  if (typeof code !== 'string') {
    const message = `The answer (status ${status}) is not one of Talaro's: check the address`;
    return new TalaroError(message, { code: 'unreadable', status, retry_after });
  }
  return new TalaroError(typeof error === 'string' ? error : code, {
    code,
    status,
    issues: Array.isArray(issues) ? issues : [],
    ...(typeof request_id === 'string' && { request_id }),
    retry_after,
    body,
  });
};

export interface Wire {
  base_url: string;
  fetch: typeof fetch;
}

export interface Sent extends CallOptions {
  access: string | null;
}

/** What stands for the address where none is given: a page has its own, a program has none. */
const unnamed = () =>
  typeof location === 'undefined' ? 'the API, as createClient got no base_url' : 'the server';

/**
 * One request and its answer. A redirect is not followed: it would take a login or an answer elsewhere.
 * @throws TalaroError for a refusal, and where no answer came; the signal's reason when aborted
 */
export const request = async (
  { base_url, fetch }: Wire,
  route: Route,
  input: Values,
  { access, signal, idempotency_key }: Sent,
): Promise<unknown> => {
  signal?.throwIfAborted();
  const { address, body } = addressOf(route, input);
  const lost = (cause: unknown) => {
    signal?.throwIfAborted();
    const message = `No answer from ${base_url || unnamed()}`;
    throw new TalaroError(message, { code: 'unreachable', status: 0, cause });
  };
  const response = await fetch(`${base_url}${address}`, {
    method: route.method,
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      ...(access && { authorization: `Bearer ${access}` }),
      ...(body !== null && { 'content-type': 'application/json' }),
      ...(idempotency_key && { 'idempotency-key': idempotency_key }),
    },
    ...(body !== null && { body }),
    ...(signal && { signal }),
  }).catch(lost);
  const text = await response.text().catch(lost);
  const answer = response.ok ? json(text) : undefined;
  if (typeof answer !== 'object' || answer === null) throw errorOf(response, text);
  return answer;
};
