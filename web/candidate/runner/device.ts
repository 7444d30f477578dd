import type { Kept, Preferences } from '../machine/state.ts';
import type { Durable } from './durable.ts';

/** What the browser stores between visits: a draft per interview, and the person's preferences. */
export interface Device {
  /** Returns whether the draft was stored. */
  keepDraft(interview_id: string, draft: Kept): boolean;
  draft(interview_id: string): Promise<Kept | null>;
  forgetDraft(interview_id: string): void;
  keep(name: 'sound' | 'language', value: unknown): void;
  preferences(): Preferences | null;
  language(): string | null;
}

/** How far the durable copy may lag behind the typing, in ms: each write of it goes to the disk. */
const lag = 500;

/**
 * Each keystroke goes to local storage at once, which survives a closed or crashed tab, and soon
 * after to a durable place, which survives a killed browser. `storage` is called at each use: with
 * cookies blocked, even accessing it throws.
 */
export const deviceIn = (storage: () => Storage, durable: Durable): Device => {
  const read = <T>(key: string): T | null => {
    try {
      return JSON.parse(storage().getItem(`talaro/${key}`) ?? 'null');
    } catch {
      return null;
    }
  };
  const change = (act: (kept: Storage) => void): boolean => {
    try {
      act(storage());
      return true;
    } catch {
      return false;
    }
  };
  const write = (key: string, value: unknown) =>
    change((kept) => kept.setItem(`talaro/${key}`, JSON.stringify(value)));
  let due: ReturnType<typeof setTimeout> | undefined;
  let newest: Kept | null = null;
  return {
    keepDraft: (interview_id, draft) => {
      newest = draft;
      due ??= setTimeout(() => {
        due = undefined;
        durable.put(interview_id, newest);
      }, lag);
      return write(interview_id, draft);
    },
    draft: async (interview_id) => {
      const quick = read<Kept>(interview_id);
      const sure = (await durable.get(interview_id)) as Kept | null | undefined;
      return sure && sure.version > (quick?.version ?? 0) ? sure : quick;
    },
    forgetDraft: (interview_id) => {
      clearTimeout(due);
      due = undefined;
      durable.remove(interview_id);
      change((kept) => kept.removeItem(`talaro/${interview_id}`));
    },
    keep: (name, value) => void write(name, value),
    preferences: () => read('sound'),
    language: () => read('language'),
  };
};
