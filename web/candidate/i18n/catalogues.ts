import type { NoticeText } from '../../../shared/domain/notice/notice.ts';
import { readJson } from '../api/read-json.ts';
import type english from './en.json';

/** All messages of the page in one language. */
export type Messages = Record<keyof typeof english, string>;

export interface Catalogue {
  messages: Messages;
  notice: NoticeText;
}

/** The languages of the page, by their own names. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  hi: 'हिन्दी',
  ar: 'العربية',
};

export type LanguageCode = keyof typeof languages;

/** The folder in which the build puts the catalogues, named after their content. */
declare const CATALOGUES: string;

/**
 * Fetches the catalogue of a language. Throws if it cannot be read. Data rather than a module: a
 * failed fetch can be repeated, a failed import stays failed in some browsers.
 */
export const loadCatalogue = (language: LanguageCode): Promise<Catalogue> =>
  readJson(`${CATALOGUES}/${language}.json`);
