import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  fillNotice,
  type NoticeFacts,
  type WrittenNotice,
} from '../shared/domain/notice/notice.ts';
import { currentNotice, type NoticeVersion } from '../shared/domain/notice/versions.ts';

/** The languages of the page: each has a catalogue in candidate/i18n and a notice in shared. */
export const languageCodes = ['en', 'de', 'es', 'fr', 'hi', 'ar'] as const;

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** A version of the notice as it is written in one of the languages. */
export const readNotice = (version: NoticeVersion, code: string): WrittenNotice =>
  JSON.parse(read(`../shared/domain/notice/${version}/${code}.json`));

/**
 * The catalogues as files: each contains the messages of one language and its newest notice, with the
 * facts of the deployment. The folder is named after their content, so that browsers may cache it
 * forever.
 */
export const readCatalogues = (
  facts: NoticeFacts = {},
): { folder: string; files: Record<string, string> } => {
  const files = Object.fromEntries(
    languageCodes.map((code) => [
      `${code}.json`,
      JSON.stringify({
        messages: JSON.parse(read(`candidate/i18n/${code}.json`)),
        notice: fillNotice(readNotice(currentNotice, code), code, facts),
      }),
    ]),
  );
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('base64url').slice(0, 8);
  return { folder: `assets/messages-${hash}`, files };
};
