import { UsageError } from '../../bin/command.ts';
import { isLocal } from '../../doctor/site.ts';
import { createClient } from '../client.ts';
import { TalaroError } from '../error.ts';
import { machineSession, passwordSession, type StoredLogin, storedSession } from '../logins.ts';
import type { Renewal, Session } from '../session.ts';
import type { Client } from '../types.ts';
import { configFolder, type Login, readConfig, saveLogin } from './config.ts';
import { note } from './screen.ts';

const byDefault = 'http://localhost:8000';

/** The folder with the logins of this user. */
export const folder = (): string => configFolder(process.env, process.platform);

/** The origin of the deployment that a command is for. @throws UsageError */
export const addressOf = async (given: string | undefined): Promise<string> => {
  const asked = given || process.env.TALARO_URL || (await readConfig(folder())).url || byDefault;
  const url = URL.parse(asked);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError('--url takes an address such as https://talaro.example.com');
  }
  if (url.protocol === 'http:' && !isLocal(url)) {
    throw new UsageError('--url takes an address with https: the login would cross in clear');
  }
  return url.origin;
};

/** What calls a deployment without a login. */
export const anonymous = (base_url: string): Client => createClient({ base_url });

/** The session of what the environment holds; null where it holds nothing. */
const fromEnvironment = (base_url: string): Session | null => {
  const { TALARO_CLIENT_ID: client_id, TALARO_CLIENT_SECRET: client_secret } = process.env;
  const { TALARO_EMAIL: email, TALARO_PASSWORD: password } = process.env;
  if (client_id && client_secret) return machineSession({ base_url, client_id, client_secret });
  return email && password ? passwordSession({ base_url, email, password }) : null;
};

/** What is kept of an answer with a token. */
export const loginOf = (
  who: string,
  { access, expires_in, refresh }: Renewal & { refresh?: string | undefined },
): Login => ({
  who,
  access,
  ends: Date.now() + expires_in * 1000,
  ...(refresh && { refresh }),
});

/** The command goes on where there is no room for it. */
const keepRenewed = (url: string, login: Login) =>
  saveLogin(folder(), url, login).catch((error: Error) =>
    note(`Note: the login could not be renewed on disk: ${error.message}`),
  );

const sessionOf = async (base_url: string): Promise<Session> => {
  const session = fromEnvironment(base_url);
  if (session) return session;
  const login = (await readConfig(folder())).logins[base_url];
  if (!login) {
    const says = `There is no login for ${base_url}`;
    throw new TalaroError(says, { code: 'unauthorized', status: 401 });
  }
  const save = (renewed: StoredLogin) => keepRenewed(base_url, { who: login.who, ...renewed });
  return storedSession({ base_url, login, save });
};

/** A client of the deployment that a command is for. @throws TalaroError where nobody is logged in */
export const deployment = async ({ url }: { url?: string | undefined }): Promise<Client> => {
  const base_url = await addressOf(url);
  return createClient({ base_url, session: await sessionOf(base_url) });
};
