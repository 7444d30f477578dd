import type { Call, Content } from '../machine/effect.ts';
import type { Endpoints, Refusal } from './replies.ts';

const candidate = '/api/ai-interview/public';
type NameIn<Path> = Path extends `${typeof candidate}/${infer Name}/` ? Name : never;
/** Checked against the contract by the compiler, like the one call that is a PUT. */
const names: { [C in Call]: NameIn<Endpoints[C]['path']> } = {
  open: 'open',
  start: 'start',
  submit: 'submit-response',
  complete: 'complete',
  draft: 'draft',
  help: 'accommodation',
};
const put: { [C in Call]: Endpoints[C]['method'] extends 'PUT' ? C : never }[Call] = 'draft';

/** How long a request may take before it counts as lost, in ms; above the gateway's own 29 s. */
const requestTimeout = 35_000;

/** Characters, at most three bytes each, that fit the 64 KiB that may outlive a page (Fetch standard). */
const leavingLimit = 21_000;

/** The event that a call leads to. The `body` of an answer has the type that its endpoint promises. */
export type Outcome =
  | { type: `answer_${Call}`; body: unknown }
  | { type: 'refused'; body: Refusal }
  | { type: 'unreachable'; after: number };

/** What the server asks to wait, in ms; 0 for none, and for a date. */
const waitAsked = ({ headers }: Response): number =>
  Number(headers.get('retry-after')) * 1_000 || 0;

/** Whether a retry may succeed: after timeouts, throttling and server errors. */
const isPassing = (status: number, name: Call) =>
  status >= 500 || status === 408 || (status === 429 && name !== 'help');

/**
 * Calls a candidate endpoint. Never throws: an unusable answer is returned as `unreachable`.
 * `leaving` lets the request continue after the page is closed.
 */
export const call = async (
  name: Call,
  content: Content & { link_token: string },
  leaving?: boolean,
): Promise<Outcome> => {
  const body = JSON.stringify(content);
  let after = 0;
  try {
    const response = await fetch(`${candidate}/${names[name]}/`, {
      method: name === put ? 'PUT' : 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      signal: AbortSignal.timeout(requestTimeout),
      keepalive: !!leaving && body.length < leavingLimit,
    });
    if (!isPassing(response.status, name)) {
      return { type: response.ok ? `answer_${name}` : 'refused', body: await response.json() };
    }
    after = waitAsked(response);
  } catch {
    // No network, no answer in time, or none of the server's own.
  }
  return { type: 'unreachable', after };
};
