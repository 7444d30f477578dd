import type { Values } from './address.ts';
import { rootOf } from './base-url.ts';
import { request, type Wire } from './call.ts';
import { TalaroError } from './error.ts';
import { sleep, unlessAborted, waitBefore } from './retry.ts';
import { type Route, routes } from './routes.ts';
import type { Session } from './session.ts';
import type { CallOptions, Client, EndpointName } from './types.ts';

export interface ClientOptions {
  /** Where the API is, such as `https://interviews.example.com`; left out in a page of its own origin. */
  base_url?: string;
  /** Where access tokens are from; without one, only what is public can be called. */
  session?: Session;
  /** How often a call is sent at most, the first time included; 3 unless told. */
  attempts?: number;
  /** The longest wait before another attempt, in ms; 30,000 unless told. */
  longest_wait?: number;
  fetch?: typeof fetch;
}

const refusedLogin = (error: unknown) =>
  error instanceof TalaroError && error.code === 'unauthorized';

const caller = ({
  base_url = '',
  session,
  attempts = 3,
  longest_wait: longest = 30_000,
  fetch: send,
}: ClientOptions) => {
  const wire: Wire = {
    base_url: rootOf(base_url),
    // Called as a plain function: a browser's own refuses to be called as a method.
    fetch: send ?? ((...sent) => fetch(...sent)),
  };
  const once = async (route: Route, input: Values, options: CallOptions) => {
    if (!route.needsLogin) return request(wire, route, input, { ...options, access: null });
    const tokenFor = async (refused?: string) =>
      (session && (await unlessAborted(session.access(refused), options.signal))) ?? null;
    const access = await tokenFor();
    try {
      return await request(wire, route, input, { ...options, access });
    } catch (error) {
      const renewed = access && refusedLogin(error) && (await tokenFor(access));
      if (!renewed) throw error;
      return request(wire, route, input, { ...options, access: renewed });
    }
  };
  return async (route: Route, input: Values, options: CallOptions) => {
    const sent: CallOptions = route.takesKey
      ? { ...options, idempotency_key: options.idempotency_key ?? crypto.randomUUID() }
      : { ...options };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(route, input, sent);
      } catch (error) {
        const wait = waitBefore(error, route, attempt, { attempts, longest });
        if (wait === null) throw error;
        await sleep(wait, sent.signal);
      }
    }
  };
};

/**
 * A client of one deployment: each endpoint is a function of it.
 * @throws TypeError for a base_url that is no address, or is neither https nor of this machine
 */
export const createClient = (options: ClientOptions = {}): Client => {
  const call = caller(options);
  const calls = Object.entries(routes).map(([name, route]) => [
    name,
    (input: Values = {}, more: CallOptions = {}) => call(route, input, more),
  ]);
  return Object.fromEntries(calls) as Record<EndpointName, unknown> as Client;
};
