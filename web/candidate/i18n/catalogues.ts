import type { Brand } from '../../../shared/domain/brand.ts';
import type { NoticeText } from '../../../shared/domain/notice/notice.ts';
import { readJson } from '../api/read-json.ts';
import type english from './en.json';

/** The languages of the page, each with a catalogue here and a notice in shared. */
export const languageCodes = ['en', 'de', 'es', 'fr', 'hi', 'ar'] as const;
export type LanguageCode = (typeof languageCodes)[number];

/** All messages of the page in one language. */
export type Messages = Record<keyof typeof english, string>;

export interface Catalogue {
  messages: Messages;
  notice: NoticeText;
  /** The languages by their own names. */
  languages: Readonly<Record<LanguageCode, string>>;
  /** The employer; null if the deployment names none. */
  brand: Brand | null;
}

/** The folder in which the build puts the catalogues, named after their content. */
declare const CATALOGUES: string;

/**
 * Fetches the catalogue of a language. Throws if it cannot be read. Data rather than a module: a
 * failed fetch can be repeated, a failed import stays failed in some browsers.
 */
export const loadCatalogue = (language: LanguageCode): Promise<Catalogue> =>
  readJson(`${CATALOGUES}/${language}.json`);
