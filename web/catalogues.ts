import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Brand } from '../shared/domain/brand.ts';
import {
  fillNotice,
  type NoticeFacts,
  type WrittenNotice,
} from '../shared/domain/notice/notice.ts';
import { currentNotice, type NoticeVersion } from '../shared/domain/notice/versions.ts';
import { type Catalogue, languageCodes } from './candidate/i18n/catalogues.ts';

/** The languages of the page, by their own names. */
const languages: Catalogue['languages'] = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  hi: 'हिन्दी',
  ar: 'العربية',
};

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** A version of the notice as it is written in one of the languages. */
export const readNotice = (version: NoticeVersion, code: string): WrittenNotice =>
  JSON.parse(read(`../shared/domain/notice/${version}/${code}.json`));

/**
 * The catalogues as files: each contains the messages of one language, its newest notice with the
 * facts of the deployment, and the employer's brand. The folder is named after their content, so that
 * browsers may cache it forever.
 */
export const readCatalogues = (
  facts: NoticeFacts = {},
  brand: Brand | null = null,
): { folder: string; files: Record<string, string> } => {
  const files = Object.fromEntries(
    languageCodes.map((code) => [
      `${code}.json`,
      JSON.stringify({
        messages: JSON.parse(read(`candidate/i18n/${code}.json`)),
        notice: fillNotice(readNotice(currentNotice, code), code, facts),
        languages,
        brand,
      } satisfies Catalogue),
    ]),
  );
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('base64url').slice(0, 8);
  return { folder: `assets/messages-${hash}`, files };
};
