import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { expect, it } from 'vitest';
import { openLevel } from '../../../local/dynamodb/level.ts';
import { dataFolder } from '../../support/data-folder.ts';

/** Whether a file of the folder contains a text. LevelDB's compression leaves what comes once as it is. */
const isOnDisk = async (folder: string, text: string) => {
  const names = await readdir(folder);
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return files.some((file) => file.includes(text));
};

const key = 'item~talaro~one';
const put = (value: string, of = key) => [{ type: 'put' as const, key: of, value }];

it('a deleted item is in no file any more, however deep it was, nor the values it had before', async () => {
  const folder = await dataFolder();
  const level = await openLevel(folder);
  const others = Array.from({ length: 200 }, (_, n) => put(`{"n":${n}}`, `${key}~${n}`)).flat();
  await level.write([...others, ...put('Zyxquartz')]);
  await level.compact();
  await level.write(put('Vexjumble'));
  await level.write([{ type: 'del', key }]);
  const before = [await isOnDisk(folder, 'Zyxquartz'), await isOnDisk(folder, 'Vexjumble')];

  await level.compact();

  expect(before).toEqual([true, true]);
  expect(await isOnDisk(folder, 'Zyxquartz')).toBe(false);
  expect(await isOnDisk(folder, 'Vexjumble')).toBe(false);
  expect(await level.get(`${key}~199`)).toBe('{"n":199}');
  await level.close();
});

it('what a server had deleted that was killed goes when the next one ends, at the latest', async () => {
  const folder = await dataFolder();
  const killed = new ClassicLevel<string, string>(folder);
  await killed.batch(put('Zyxquartz'));
  await killed.del(key);
  await killed.close();
  const before = await isOnDisk(folder, 'Zyxquartz');

  const next = await openLevel(folder);
  await next.close();

  expect(before).toBe(true);
  expect(await isOnDisk(folder, 'Zyxquartz')).toBe(false);
});
