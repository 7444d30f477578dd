import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { replaceFile } from '../../local/wire/replace-file.ts';

const Login = z.object({
  /** The address of a person, or the id of a machine client. */
  who: z.string(),
  access: z.string(),
  /** When `access` ends, in ms since 1970. */
  ends: z.number(),
  /** A person's only: machine clients log in anew. */
  refresh: z.string().optional(),
});
export type Login = z.infer<typeof Login>;

const Config = z.object({
  /** The deployment that was logged in to last. */
  url: z.string().optional(),
  logins: z.record(z.string(), Login).default({}),
});
export type Config = z.infer<typeof Config>;

type Env = Readonly<Record<string, string | undefined>>;

/** Where a user's configuration is on each system. */
export const configFolder = (env: Env, platform: NodeJS.Platform, home = homedir()): string => {
  if (env.TALARO_CONFIG_DIR) return env.TALARO_CONFIG_DIR;
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'talaro');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'talaro');
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'talaro');
};

const fileIn = (folder: string) => join(folder, 'logins.json');

/** The configuration; an empty one where there is none. @throws Error for a file that is damaged */
export const readConfig = async (folder: string): Promise<Config> => {
  const file = fileIn(folder);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    return Config.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} is damaged. Delete it, then log in again with: talaro login`);
  }
};

/**
 * Changes the login of one deployment, null to forget it; those of others stay.
 * @param current whether commands without --url are for this deployment from now on
 */
export const saveLogin = async (
  folder: string,
  url: string,
  login: Login | null,
  current = false,
): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { logins, ...config } = await readConfig(folder);
  const { [url]: _, ...others } = logins;
  const changed: Config = {
    ...config,
    ...(current && { url }),
    logins: login ? { ...others, [url]: login } : others,
  };
  // What could not be read again would be the end of all logins.
  if (!Config.safeParse(changed).success) throw new Error(`${url} did not answer as Talaro does.`);
  const text = `${JSON.stringify(changed, null, 2)}\n`;
  await replaceFile(fileIn(folder), text, `${fileIn(folder)}.${process.pid}`);
};
