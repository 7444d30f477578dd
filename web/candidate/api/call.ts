import type { Call, Content } from '../machine/effect.ts';
import type { Endpoints, Refusal } from './replies.ts';

const candidate = '/api/ai-interview/public';
/** Checked against the contract by the compiler. */
const routes: { [C in Call]: [Endpoints[C]['method'], Endpoints[C]['path']] } = {
  open: ['POST', `${candidate}/open/`],
  start: ['POST', `${candidate}/start/`],
  submit: ['POST', `${candidate}/submit-response/`],
  complete: ['POST', `${candidate}/complete/`],
  draft: ['PUT', `${candidate}/draft/`],
  help: ['POST', `${candidate}/accommodation/`],
};

/** How long a request may take before it counts as lost, in ms; above the gateway's own 29 s. */
const requestTimeout = 35_000;

/** Characters, at most three bytes each, that fit the 64 KiB that may outlive a page (Fetch standard). */
const leavingLimit = 21_000;

/** The `body` of an answer has the type that the call's endpoint promises. */
export type Outcome =
  | { kind: 'answer'; body: unknown }
  | { kind: 'refusal'; body: Refusal }
  | { kind: 'silence'; after: number | null };

const waitAsked = (response: Response): number | null => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : null;
};

/** Whether a retry may succeed: after timeouts, throttling and server errors. */
const isPassing = (status: number, name: Call) =>
  status >= 500 || status === 408 || (status === 429 && name !== 'help');

/**
 * Calls a candidate endpoint. Never throws: an unusable answer is returned as `silence`.
 * `leaving` lets the request continue after the page is closed.
 */
export const call = async (
  name: Call,
  content: Content & { link_token: string },
  leaving = false,
): Promise<Outcome> => {
  const [method, path] = routes[name];
  const body = JSON.stringify(content);
  const abort = new AbortController();
  const timeout = setTimeout(() => abort.abort(), requestTimeout);
  try {
    const response = await fetch(path, {
      method,
      body,
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      signal: abort.signal,
      keepalive: leaving && body.length < leavingLimit,
    });
    if (isPassing(response.status, name)) return { kind: 'silence', after: waitAsked(response) };
    const answer = await response.json();
    return response.ok ? { kind: 'answer', body: answer } : { kind: 'refusal', body: answer };
  } catch {
    return { kind: 'silence', after: null };
  } finally {
    clearTimeout(timeout);
  }
};
