import { type ClientOptions, createClient } from './client.ts';
import { type Renewal, renewing, type Session, unlessRefused } from './session.ts';

type Where = Omit<ClientOptions, 'session'>;

/** A login that can be ended. */
export interface Login extends Session {
  /** Ends it here and on the server. @throws TalaroError where the server was not reached */
  end(): Promise<void>;
}

/** What is to be kept of a login so that another process can go on with it. All of it is secret. */
export interface StoredLogin {
  access: string;
  /** When `access` ends, in ms since 1970. */
  ends: number;
  /** Absent for a machine client, whose login cannot be renewed. */
  refresh?: string | undefined;
}

const personSession = (
  where: Where,
  begin: () => Promise<(Renewal & { refresh?: string | undefined }) | null>,
  kept: StoredLogin | null,
  save?: (login: StoredLogin) => unknown,
): Login => {
  const api = createClient(where);
  let refresh = kept?.refresh;
  const renew = async () => {
    const renewed = refresh ? await unlessRefused(api.refreshLogin({ refresh })) : null;
    const begun = renewed ?? (await begin());
    if (begun && 'refresh' in begun) refresh = begun.refresh;
    if (begun && refresh) {
      await save?.({ access: begun.access, ends: Date.now() + begun.expires_in * 1000, refresh });
    }
    return begun;
  };
  const first = kept && {
    access: kept.access,
    expires_in: (kept.ends - Date.now()) / 1000,
  };
  const session = renewing(renew, first);
  return {
    access: session.access,
    async end() {
      if (refresh) await api.logout({ refresh });
      refresh = undefined;
      session.set(null);
    },
  };
};

/**
 * The session of a person whose password is at hand: logs in with the first call, and again when the
 * login can no longer be renewed. Calls throw `invalid_credentials` or `new_password_required`.
 * For programs; a page asks its user, and keeps no password.
 */
export const passwordSession = ({
  email,
  password,
  ...where
}: Where & { email: string; password: string }): Login =>
  personSession(where, () => createClient(where).login({ email, password }), null);

/**
 * The session of a login that was kept. Calls throw `unauthorized` when it can no longer be renewed.
 * @param save keeps the login each time it was renewed, before the new token is used
 */
export const storedSession = ({
  login,
  save,
  ...where
}: Where & { login: StoredLogin; save?: (login: StoredLogin) => unknown }): Login =>
  personSession(where, async () => null, login, save);

/** The session of a machine client of the deployment. Calls throw `invalid_client`. For servers. */
export const machineSession = ({
  client_id,
  client_secret,
  scope,
  ...where
}: Where & {
  client_id: string;
  client_secret: string;
  /** All that it may do, unless told. */
  scope?: string;
}): Session => {
  const sent = { client_id, client_secret, ...(scope !== undefined && { scope }) };
  return renewing(() => createClient(where).issueToken(sent));
};
