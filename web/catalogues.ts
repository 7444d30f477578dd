import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { currentNotice } from '../shared/domain/notice/versions.ts';

/** The languages of the page. Each has its words here and its notice with the notices. */
export const languageCodes = ['en', 'de', 'es', 'fr', 'hi', 'ar'] as const;

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/**
 * The catalogues as files: the words of one language and its newest notice in each, in a folder
 * that is named by their content, so that browsers may keep it for ever.
 */
export const readCatalogues = (): { folder: string; files: Record<string, string> } => {
  const files = Object.fromEntries(
    languageCodes.map((code) => [
      `${code}.json`,
      JSON.stringify({
        words: read(`candidate/i18n/${code}.json`),
        notice: read(`../shared/domain/notice/${currentNotice}/${code}.json`),
      }),
    ]),
  );
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('base64url').slice(0, 8);
  return { folder: `assets/words-${hash}`, files };
};
