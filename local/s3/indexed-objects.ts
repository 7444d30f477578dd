import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const Index = z.record(
  z.string(),
  z.record(z.string(), z.object({ contentType: z.string(), file: z.string() })),
);

const unlessMissing = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return undefined;
  throw error;
};

/**
 * Moves the objects of a folder in the first format, an index in `objects.json` and their
 * bytes in `data/`. Cut off, it goes on at the next start: the index goes last.
 */
export const moveIndexed = async (
  folder: string,
  put: (bucket: string, key: string, data: Buffer, contentType: string) => Promise<unknown>,
): Promise<void> => {
  const index = join(folder, 'objects.json');
  const text = await readFile(index, 'utf8').catch(unlessMissing);
  if (text === undefined) return;
  for (const [bucket, objects] of Object.entries(Index.parse(JSON.parse(text)))) {
    for (const [key, { file, contentType }] of Object.entries(objects)) {
      const path = join(folder, 'data', file);
      const data = await readFile(path).catch(unlessMissing);
      if (data) await put(bucket, key, data, contentType);
      await rm(path, { force: true });
    }
  }
  await rm(index);
  await rm(join(folder, 'data'), { recursive: true, force: true });
};
