import type { Stored } from '../machine/event.ts';
import type { Kept, Preferences, Typed } from '../machine/state.ts';
import type { Durable } from './durable.ts';

/**
 * What the browser stores between visits: a draft per interview, the texts that were set aside, and
 * the person's preferences.
 */
export interface Device {
  /** Returns whether the draft was stored. */
  keepDraft(interview_id: string, draft: Kept): boolean;
  stored(interview_id: string): Promise<Stored>;
  forgetDraft(interview_id: string): void;
  /** Returns whether the texts were stored. */
  setAside(interview_id: string, unsent: Typed[]): boolean;
  keep(name: 'sound' | 'language', value: unknown): void;
  read(name: 'sound'): Preferences | null;
  read(name: 'language'): string | null;
}

/** How far the durable copy may lag behind the typing, in ms: each write of it goes to the disk. */
const lag = 500;

/** Stored apart from the draft, which is forgotten with each answer. `version` is in ms since 1970. */
interface Aside {
  version: number;
  unsent: Typed[];
}

/** `at` is in ms since 1970; drafts of earlier pages lack it. */
interface Stamped {
  version: number;
  at?: number;
}

const prefix = 'talaro/';
const aside = '/unsent';

/**
 * How long texts that were set aside stay after the last visit, in ms: 30 days. The device may not be
 * the person's own, and nobody else can tell when they are no longer needed.
 */
const asideLife = 30 * 24 * 3_600_000;

/**
 * Each keystroke goes to local storage at once, which survives a closed or crashed tab, and soon
 * after to a durable place, which survives a killed browser. `storage` is called at each use: with
 * cookies blocked, even accessing it throws.
 */
export const deviceIn = (storage: () => Storage, durable: Durable): Device => {
  /** What `act` returns, or null if storage refuses or has what is no JSON. */
  const attempt = <T>(act: (kept: Storage) => T): T | null => {
    try {
      return act(storage());
    } catch {
      return null;
    }
  };
  const read = <T>(key: string) =>
    attempt((kept): T | null => JSON.parse(kept.getItem(prefix + key) ?? 'null'));
  const write = (key: string, value: unknown) =>
    attempt((kept) => {
      kept.setItem(prefix + key, JSON.stringify(value));
      return true;
    }) ?? false;
  const order = (stored?: Stamped | null) => stored?.at ?? stored?.version ?? 0;
  const newest = async <T extends Stamped>(key: string) => {
    const quick = read<T>(key);
    const sure = (await durable.get(key)) as T | null | undefined;
    return sure && order(sure) > order(quick) ? sure : quick;
  };
  const remove = (key: string) => {
    durable.remove(key);
    attempt((kept) => kept.removeItem(prefix + key));
  };
  let due: ReturnType<typeof setTimeout> | undefined;
  let draft: (Kept & Stamped) | null = null;
  for (const name of attempt(Object.keys) ?? []) {
    const key = name.slice(prefix.length);
    const isOld = (read<Aside>(key)?.version ?? 0) < Date.now() - asideLife;
    if (key.endsWith(aside) && isOld) remove(key);
  }
  return {
    keepDraft: (interview_id, typed) => {
      draft = { ...typed, at: Date.now() };
      due ??= setTimeout(() => {
        due = undefined;
        durable.put(interview_id, draft);
      }, lag);
      return write(interview_id, draft);
    },
    stored: async (interview_id) => ({
      kept: await newest<Kept>(interview_id),
      unsent: (await newest<Aside>(interview_id + aside))?.unsent ?? [],
    }),
    forgetDraft: (interview_id) => {
      clearTimeout(due);
      due = undefined;
      remove(interview_id);
    },
    setAside: (interview_id, unsent) => {
      const kept: Aside = { version: Date.now(), unsent };
      durable.put(interview_id + aside, kept);
      return write(interview_id + aside, kept);
    },
    keep: write,
    read,
  };
};
