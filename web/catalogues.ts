import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { currentNotice } from '../shared/domain/notice/versions.ts';

/** The languages of the page: each has a catalogue in candidate/i18n and a notice in shared. */
export const languageCodes = ['en', 'de', 'es', 'fr', 'hi', 'ar'] as const;

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/**
 * The catalogues as files: each contains the messages of one language and its newest notice. The
 * folder is named after their content, so that browsers may cache it forever.
 */
export const readCatalogues = (): { folder: string; files: Record<string, string> } => {
  const files = Object.fromEntries(
    languageCodes.map((code) => [
      `${code}.json`,
      JSON.stringify({
        messages: read(`candidate/i18n/${code}.json`),
        notice: read(`../shared/domain/notice/${currentNotice}/${code}.json`),
      }),
    ]),
  );
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('base64url').slice(0, 8);
  return { folder: `assets/messages-${hash}`, files };
};
