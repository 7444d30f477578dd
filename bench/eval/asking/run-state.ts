import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';

const Line = z.object({ key: z.string(), stamp: z.string(), value: z.unknown() });

/** The requests and answers so far, stored on disk so that a run can continue after a stop. */
export interface RunState {
  find(key: string): unknown;
  add(key: string, value: unknown): Promise<void>;
  close(): Promise<void>;
}

/** A short name for a request: the same request has the same key in each run. */
export const keyOf = (request: unknown): string =>
  createHash('sha256').update(JSON.stringify(request)).digest('base64url').slice(0, 22);

/**
 * Opens a JSON Lines file of answers. With `resume` the lines that carry the same stamp (model and
 * prompts) are reused; without it the file starts over. A half-written last line is ignored.
 */
export const openRunState = async (
  path: string,
  { resume, stamp }: { resume: boolean; stamp: string },
): Promise<RunState> => {
  await mkdir(dirname(path), { recursive: true });
  if (!resume) await rm(path, { force: true });
  const known = new Map(resume ? await readLines(path, stamp) : []);
  const file = await open(path, 'a');
  // A stop in the middle of a line must not spoil the next one.
  if (resume) await file.appendFile('\n');
  return {
    find: (key) => known.get(key),
    add: async (key, value) => {
      known.set(key, value);
      await file.appendFile(`${JSON.stringify({ key, stamp, value })}\n`);
    },
    close: () => file.close(),
  };
};

const readLines = async (path: string, stamp: string): Promise<[string, unknown][]> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line): [string, unknown][] => {
    const read = parsed(line);
    return read?.stamp === stamp ? [[read.key, read.value]] : [];
  });
};

const parsed = (line: string) => {
  try {
    return Line.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};
