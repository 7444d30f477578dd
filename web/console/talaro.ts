import { createClient } from '../../client/client.ts';
import { renewing, unlessRefused } from '../../client/session.ts';

const anonymous = createClient();
const listeners = new Set<() => void>();

/** Tells when the login has ended, so that nothing can be done without another. */
export const onLoggedOut = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The access token is in memory alone; it is renewed with a cookie that no script can read. */
export const session = renewing(async () => {
  const renewed = await unlessRefused(anonymous.refreshLogin({ session: 'cookie' }));
  if (!renewed) for (const listener of listeners) listener();
  return renewed;
});

/** The API, as the person who is logged in. */
export const talaro = createClient({ session });
