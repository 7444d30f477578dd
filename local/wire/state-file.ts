import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import { replaceFile } from './replace-file.ts';

export interface StateFile<State> {
  /** Change it in place, then `save`. */
  readonly state: State;
  /** Resolves when the current `state`, or a newer one, is on disk. */
  save(): Promise<void>;
  /** Waits for the requested writes; after that nothing more is written. */
  close(): Promise<void>;
}

const parse = <State>(path: string, text: string, schema: z.ZodType<State>): State => {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${path} is damaged or from another version; move it away to start afresh`, {
      cause,
    });
  }
};

/** One write at a time; all saves requested while one runs share the next. */
const sharedWrites = (write: () => Promise<void>) => {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const save = (): Promise<void> => {
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined;
        running = write();
        return running;
      });
    return next;
  };
  /** Never rejects: whoever requested a write that fails has been told. */
  const ended = () => (next ?? running).catch(() => {});
  return { save, ended };
};

/**
 * Keeps a stand-in's state as one JSON file, replaced as a whole by rename, so that a kill at any
 * moment leaves either the old or the new state. Concurrent saves share one write.
 * `folder: null` keeps nothing. Throws if the file exists but does not match `schema`.
 */
export const openStateFile = async <State>(options: {
  folder: string | null;
  /** The file's name in the folder. */
  name: string;
  schema: z.ZodType<State>;
  initial: () => State | Promise<State>;
}): Promise<StateFile<State>> => {
  const { folder, name, schema, initial } = options;
  if (folder === null) {
    return { state: await initial(), save: async () => {}, close: async () => {} };
  }

  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const state = text === undefined ? await initial() : parse(path, text, schema);
  const writes = sharedWrites(() => replaceFile(path, JSON.stringify(state)));
  // A request still running at the close must not overwrite what a successor has written.
  let closed = false;
  return {
    state,
    save: async () => {
      if (!closed) await writes.save();
    },
    async close() {
      closed = true;
      await writes.ended();
    },
  };
};
