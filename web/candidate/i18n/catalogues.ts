import noticeAr from '../../../shared/domain/notice/2026-11/ar.json?url';
import noticeDe from '../../../shared/domain/notice/2026-11/de.json?url';
import noticeEn from '../../../shared/domain/notice/2026-11/en.json?url';
import noticeEs from '../../../shared/domain/notice/2026-11/es.json?url';
import noticeFr from '../../../shared/domain/notice/2026-11/fr.json?url';
import noticeHi from '../../../shared/domain/notice/2026-11/hi.json?url';
import type { NoticeText } from '../../../shared/domain/notice/versions.ts';
import ar from './ar.json?url';
import de from './de.json?url';
import type english from './en.json';
import en from './en.json?url';
import es from './es.json?url';
import fr from './fr.json?url';
import hi from './hi.json?url';

/** Every word of the page, in one language. */
export type Words = Record<keyof typeof english, string>;

export interface Catalogue {
  words: Words;
  notice: NoticeText;
}

/**
 * The languages of the page by their own names, each with its words and its notice. Files of data
 * that are fetched when they are needed: unlike a module, a fetch that failed can be repeated.
 */
export const languages = {
  en: ['English', en, noticeEn],
  de: ['Deutsch', de, noticeDe],
  es: ['Español', es, noticeEs],
  fr: ['Français', fr, noticeFr],
  hi: ['हिन्दी', hi, noticeHi],
  ar: ['العربية', ar, noticeAr],
} as const;

export type LanguageCode = keyof typeof languages;

const read = async <T>(url: string): Promise<T> => {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) throw new Error(`The catalogue answered ${response.status}`);
  return response.json();
};

/** Fetches the catalogue of a language. Throws where it cannot be read. */
export const loadCatalogue = async (language: LanguageCode): Promise<Catalogue> => {
  const [, words, notice] = languages[language];
  const loaded = await Promise.all([read<Words>(words), read<NoticeText>(notice)]);
  return { words: loaded[0], notice: loaded[1] };
};
