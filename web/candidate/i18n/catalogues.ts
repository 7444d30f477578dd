import type { NoticeText } from '../../../shared/domain/notice/versions.ts';
import type english from './en.json';

/** Every word of the page, in one language. */
export type Words = Record<keyof typeof english, string>;

export interface Catalogue {
  words: Words;
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

/** Where the build puts the catalogues: a folder named by what is in them. */
declare const CATALOGUES: string;

/**
 * Fetches the catalogue of a language. Throws where it cannot be read. Data and not a module: a
 * fetch that failed can be repeated, an import that failed stays failed in some browsers.
 */
export const loadCatalogue = async (language: LanguageCode): Promise<Catalogue> => {
  const response = await fetch(`${CATALOGUES}/${language}.json`, { credentials: 'omit' });
  if (!response.ok) throw new Error(`The catalogue answered ${response.status}`);
  return response.json();
};
