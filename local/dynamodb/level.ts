import { mkdir, realpath } from 'node:fs/promises';
import { ClassicLevel } from 'classic-level';
import { MemoryLevel } from 'memory-level';
import { compacting } from './compaction.ts';
import { recovering } from './recovery.ts';

export type Write = { type: 'put'; key: string; value: string } | { type: 'del'; key: string };

/** A range of keys. */
export interface Range {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  /** -1 for no limit. */
  limit?: number;
}

/** A view of the data as it was at one moment; it must be closed. */
export type Snapshot = ReturnType<MemoryLevel['snapshot']>;

/** An ordered store of strings. */
export interface Level {
  /** Resolves once it can be read; rejects if its disk does not let it be opened. */
  readable(): Promise<void>;
  /** Resolves once it can be written. After a failed write the data is settled only then. */
  writable(): Promise<void>;
  snapshot(): Snapshot;
  get(key: string, snapshot?: Snapshot): Promise<string | undefined>;
  entries(range: Range, snapshot?: Snapshot): AsyncIterable<[string, string]>;
  /**
   * Writes all or nothing, even after a crash: LevelDB appends a batch to its log as one record
   * with a checksum, syncs the log to disk before this resolves, replays it at the next start,
   * and leaves out a torn record. One that fails is not acknowledged, and may yet be found done.
   */
  write(writes: Write[]): Promise<void>;
  /**
   * Takes deleted items off the disk, where LevelDB keeps them in old files, and with them all that was
   * replaced. Does nothing unless an item was deleted since.
   */
  compact(): Promise<void>;
  close(): Promise<void>;
}

/** The data folder cannot be opened; `code` is the reason, `message` a sentence about it. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
  readonly code: 'DATA_FOLDER_IN_USE' | 'DATA_FOLDER_UNUSABLE';

  constructor(code: DataFolderError['code'], message: string, options: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const inUse = (folder: string, cause?: unknown) =>
  new DataFolderError('DATA_FOLDER_IN_USE', `The data folder ${folder} is already in use.`, {
    cause,
  });

/** LevelDB's own error, which is in the cause of the one thrown. */
const reasonOf = (error: unknown): unknown =>
  error instanceof Error && error.cause ? reasonOf(error.cause) : error;

const folderError = (folder: string, cause: unknown): DataFolderError => {
  if (cause instanceof DataFolderError) return cause;
  const reason = reasonOf(cause);
  const isKnown = reason instanceof Error;
  if (isKnown && 'code' in reason && reason.code === 'LEVEL_LOCKED') return inUse(folder, cause);
  const why = isKnown ? `: ${reason.message}` : '';
  const message = `The data folder ${folder} cannot be opened as a database${why}.`;
  return new DataFolderError('DATA_FOLDER_UNUSABLE', message, { cause });
};

type Reading = Pick<Level, 'snapshot' | 'get' | 'entries'>;

const readingOf = (database: Pick<MemoryLevel, 'get' | 'iterator' | 'snapshot'>): Reading => ({
  snapshot: () => database.snapshot(),
  get: (key, snapshot) => database.get(key, { snapshot }),
  entries: (range, snapshot) => database.iterator({ ...range, snapshot }),
});

// LevelDB's lock belongs to the process, and is lost when the same process tries a second time.
const openHere = new Set<string>();

const openFolder = async (folder: string, path: string): Promise<Level> => {
  if (openHere.has(path)) throw inUse(folder);
  openHere.add(path);
  try {
    const database = new ClassicLevel<string, string>(path);
    await database.open();
    const safely = recovering(database, path);
    const tidily = compacting(database, path, safely.write);
    return {
      ...readingOf(database),
      ...safely,
      ...tidily,
      async close() {
        await tidily.compact().catch(() => {});
        await safely.close();
        openHere.delete(path);
      },
    };
  } catch (error) {
    openHere.delete(path);
    throw error;
  }
};

/**
 * Opens the LevelDB of `folder`, which is created if it is missing, or one in memory for null.
 * @throws DataFolderError if another process uses the folder, or it cannot be used
 */
export const openLevel = async (folder: string | null): Promise<Level> => {
  if (folder === null) {
    const database = new MemoryLevel<string, string>();
    return {
      ...readingOf(database),
      readable: async () => {},
      writable: async () => {},
      write: (writes) => database.batch(writes),
      compact: async () => {},
      close: () => database.close(),
    };
  }
  try {
    // Candidate data: only the owner may read it.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await openFolder(folder, await realpath(folder));
  } catch (cause) {
    throw folderError(folder, cause);
  }
};
