import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { openQueues } from '../../../local/sqs/queues.ts';
import { openStateFile } from '../../../local/wire/state-file.ts';
import { dataFolder } from '../../support/data-folder.ts';

/** A folder in which a file can be made unwritable for a while, as on a full disk. */
const folderWith = async (name: string) => {
  const folder = await dataFolder();
  const path = join(folder, name);
  return {
    folder,
    read: async () => JSON.parse(await readFile(path, 'utf8')),
    fill: async () => {
      await rm(path, { force: true });
      await mkdir(path);
    },
    free: () => rm(path, { recursive: true }),
  };
};

const schema = z.record(z.string(), z.number());
const initial = (): z.infer<typeof schema> => ({});

it('a state file that cannot be written leaves no half of one, and the next save has everything', async () => {
  const { folder, read, fill, free } = await folderWith('state.json');
  const file = await openStateFile({ folder, name: 'state.json', schema, initial });
  await fill();
  file.state.first = 1;

  await expect(file.save()).rejects.toThrow();
  const left = await readdir(folder);
  await free();
  file.state.second = 2;
  await file.save();

  expect(left).toEqual(['state.json']);
  expect(await read()).toEqual({ first: 1, second: 2 });
});

it('a state file is closed without an error on a disk that stays full', async () => {
  const { folder, fill } = await folderWith('state.json');
  const file = await openStateFile({ folder, name: 'state.json', schema, initial });
  await fill();

  await expect(file.save()).rejects.toThrow();
  await file.close();
});

it('a message that could not be handed out is neither hidden nor counted', async () => {
  const { folder, fill, free } = await folderWith('queues.json');
  const settings = { name: 'work', visibilityTimeout: 720, retention: 3600 };
  const queues = await openQueues(folder, [settings]);
  const queue = queues.find('work');
  await queue?.send('body', 0);
  await fill();

  await expect(queue?.receive()).rejects.toThrow();
  await free();
  const received = await queue?.receive();
  await queues.close();

  expect(received?.attributes.ApproximateReceiveCount).toBe('1');
});
