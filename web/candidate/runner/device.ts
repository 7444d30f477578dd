import type { Kept, Preferences } from '../machine/state.ts';

/** What the browser keeps between visits: a draft per interview, and how the person likes sound. */
export interface Device {
  keepDraft(interview_id: string, draft: Kept): boolean;
  draft(interview_id: string): Kept | null;
  forgetDraft(interview_id: string): void;
  keepPreferences(preferences: Preferences): void;
  preferences(): Preferences | null;
  keepLanguage(language: string): void;
  language(): string | null;
}

const draftKey = (interview_id: string) => `talaro/draft/${interview_id}`;

/** `storage` is asked for at each use: with cookies blocked, even naming it throws. */
export const deviceIn = (storage: () => Storage): Device => {
  const read = <T>(key: string): T | null => {
    try {
      return JSON.parse(storage().getItem(key) ?? 'null');
    } catch {
      return null;
    }
  };
  const write = (key: string, value: unknown): boolean => {
    try {
      storage().setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  };
  return {
    keepDraft: (interview_id, draft) => write(draftKey(interview_id), draft),
    draft: (interview_id) => read(draftKey(interview_id)),
    forgetDraft: (interview_id) => {
      try {
        storage().removeItem(draftKey(interview_id));
      } catch {
        // Nothing was kept either.
      }
    },
    keepPreferences: (preferences) => void write('talaro/sound', preferences),
    preferences: () => read('talaro/sound'),
    keepLanguage: (language) => void write('talaro/language', language),
    language: () => read('talaro/language'),
  };
};
