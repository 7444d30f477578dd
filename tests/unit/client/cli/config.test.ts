import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { configFolder, readConfig, saveLogin } from '../../../../client/cli/config.ts';

const one = { who: 'ada@example.com', access: 'a', ends: 1, refresh: 'r' };
const other = { who: 'client', access: 'b', ends: 2 };
let folder = '';

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'talaro-config-')), 'talaro');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

it.each([
  [{ TALARO_CONFIG_DIR: '/c' }, 'linux', '/c'],
  [{ XDG_CONFIG_HOME: '/x' }, 'linux', '/x/talaro'],
  [{}, 'linux', '/home/ada/.config/talaro'],
  [{}, 'darwin', '/home/ada/Library/Application Support/talaro'],
  [{ APPDATA: '/r' }, 'win32', '/r/talaro'],
] as const)('with %j on %s, logins are in %s', (env, platform, expected) => {
  expect(configFolder(env, platform, '/home/ada')).toBe(expected);
});

it('keeps logins for their owner alone', async () => {
  await saveLogin(folder, 'https://one.example', one);

  const modes = await Promise.all(
    [folder, join(folder, 'logins.json')].map(async (path) => (await stat(path)).mode & 0o777),
  );
  expect(modes).toEqual([0o700, 0o600]);
  expect(await readdir(folder)).toEqual(['logins.json']);
});

it('keeps a login for each deployment, and which was the last', async () => {
  await saveLogin(folder, 'https://one.example', one, true);
  await saveLogin(folder, 'https://other.example', other);
  const both = await readConfig(folder);
  await saveLogin(folder, 'https://one.example', null);

  expect(both).toEqual({
    url: 'https://one.example',
    logins: { 'https://one.example': one, 'https://other.example': other },
  });
  expect((await readConfig(folder)).logins).toEqual({ 'https://other.example': other });
});

it('says what to do about a file that is damaged', async () => {
  await saveLogin(folder, 'https://one.example', one);
  await writeFile(join(folder, 'logins.json'), '{"logins": ');

  await expect(readConfig(folder)).rejects.toThrow(/is damaged\. Delete it, then log in again/);
});

it('leaves the mode of a folder that was there, and logins that it cannot add to', async () => {
  await mkdir(folder);
  await chmod(folder, 0o755);
  await saveLogin(folder, 'https://one.example', one);

  const broken = { ...one, ends: Number.NaN };
  await expect(saveLogin(folder, 'https://other.example', broken)).rejects.toThrow(
    'https://other.example did not answer as Talaro does',
  );
  expect((await stat(folder)).mode & 0o777).toBe(0o755);
  expect((await readConfig(folder)).logins).toEqual({ 'https://one.example': one });
});
