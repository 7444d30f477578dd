import { createClient } from '../../client/client.ts';
import { renewing, unlessRefused } from '../../client/session.ts';
import type { Output } from '../../client/types.ts';
import { forgetTab } from './device.ts';

/** What a login or its renewal gives. */
export type Tokens = Output<'refreshLogin'>;

const anonymous = createClient();
const listeners = new Set<(tokens: Tokens | null) => void>();

/** Tells of each new login and of its end, after which nothing can be done without another. */
export const onTokens = (listener: (tokens: Tokens | null) => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const tell = (tokens: Tokens | null) => {
  for (const listener of listeners) listener(tokens);
  return tokens;
};

/** The access token is in memory alone; it is renewed with a cookie that no script can read. */
const session = renewing(async () =>
  tell(await unlessRefused(anonymous.refreshLogin({ session: 'cookie' }))),
);

/** The API, as the person who is logged in. */
export const talaro = createClient({ session });

/** Logins and their ends are told to the other tabs, which have the same cookie. */
const tabs = new BroadcastChannel('talaro/console');
tabs.onmessage = ({ data }) => {
  if (data === 'out') forgetTab();
  session.set(null);
  // Without an answer, nothing more is shown either.
  session.access().catch(() => tell(null));
};

/** Goes on with the login of this browser, if there is one. @throws TalaroError without an answer */
export const resume = (): Promise<unknown> => session.access();

/** @throws TalaroError, such as `new_password_required` */
export const logIn = async (email: string, password: string, new_password?: string) => {
  const chosen = new_password === undefined ? {} : { new_password };
  const tokens = await anonymous.login({ email, password, ...chosen, session: 'cookie' });
  session.set(tokens);
  tell(tokens);
  tabs.postMessage('in');
};

/**
 * Ends the login here and on the server, and forgets what every tab keeps.
 * @throws TalaroError where the server was not reached
 */
export const logOut = async (): Promise<void> => {
  await anonymous.logout({ session: 'cookie' });
  session.set(null);
  forgetTab();
  tell(null);
  tabs.postMessage('out');
};
