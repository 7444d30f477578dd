import type { Level, Range, Snapshot, Write } from './level.ts';

/**
 * The data as one request sees it: the committed data, overlaid with the request's own changes.
 * Values are JSON, parsed again by each read, so that no reader changes another's.
 */
export interface View {
  get(key: string): Promise<unknown>;
  /** Of the committed data only: nothing that scans also writes what it scans. */
  entries(range: Range): AsyncGenerator<[key: string, value: unknown]>;
  put(key: string, value: unknown): void;
  del(key: string): void;
  /** The changes so far, as one batch. */
  writes(): Write[];
}

/** A view of the newest data, or of a snapshot. */
export const openView = (level: Level, snapshot?: Snapshot): View => {
  const staged = new Map<string, string | undefined>();
  return {
    async get(key) {
      const text = staged.has(key) ? staged.get(key) : await level.get(key, snapshot);
      return text === undefined ? undefined : JSON.parse(text);
    },
    async *entries(range) {
      for await (const [key, text] of level.entries(range, snapshot)) yield [key, JSON.parse(text)];
    },
    put: (key, value) => void staged.set(key, JSON.stringify(value)),
    del: (key) => void staged.set(key, undefined),
    writes: () =>
      [...staged].map(([key, value]) =>
        value === undefined ? { type: 'del', key } : { type: 'put', key, value },
      ),
  };
};

/** Runs `work` on a view in which nothing changes while it reads. */
export const reading = async <Result>(
  level: Level,
  work: (view: View) => Promise<Result>,
): Promise<Result> => {
  await level.readable();
  const snapshot = level.snapshot();
  try {
    return await work(openView(level, snapshot));
  } finally {
    // Not awaited: it ends when the last iterator does, for which a response need not wait.
    snapshot.close().catch(() => {});
  }
};

/** Runs `work`, then commits all its changes at once; after an error none of them is kept. */
export const writing = async <Result>(
  level: Level,
  work: (view: View) => Promise<Result>,
): Promise<Result> => {
  await level.writable();
  const view = openView(level);
  const result = await work(view);
  const writes = view.writes();
  if (writes.length > 0) await level.write(writes);
  return result;
};
