import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { noticeVersions } from '../../../shared/domain/notice/versions.ts';
import { languages } from '../../../web/candidate/i18n/catalogues.ts';
import english from '../../../web/candidate/i18n/en.json' with { type: 'json' };
import { languageCodes, readCatalogues } from '../../../web/catalogues.ts';

const { files } = readCatalogues();
const catalogue = (code: string) => JSON.parse(files[`${code}.json`] ?? '');
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(languageCodes)('the catalogue %s', (code) => {
  const { messages, notice } = catalogue(code);

  test('has every message of the English one and no other', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english));
    expect(Object.values<string>(messages).filter((text) => text.trim() === '')).toEqual([]);
  });

  test('has the same placeholders as the English one', () => {
    for (const [key, text] of Object.entries(english)) {
      expect([key, placeholders(messages[key])]).toEqual([key, placeholders(text)]);
    }
  });

  test('has a notice with as many points as the English one', () => {
    expect(notice.heading).toBeTruthy();
    expect(notice.points).toHaveLength(catalogue('en').notice.points.length);
    for (const { title, text } of notice.points) expect(title && text).toBeTruthy();
  });

  test('is translated', () => {
    const same = Object.entries(english).filter(
      ([key, text]) => text === messages[key] && text.length > 24,
    );

    expect(code === 'en' ? [] : same).toEqual([]);
  });
});

test('the page offers exactly the languages that are built', () => {
  expect(Object.keys(languages)).toEqual([...languageCodes]);
});

test('every version of the notice exists in every language', () => {
  for (const version of noticeVersions) {
    const folder = new URL(`../../../shared/domain/notice/${version}/`, import.meta.url);

    expect(readdirSync(folder).sort()).toEqual([...languageCodes].sort().map((c) => `${c}.json`));
  }
});

test('the folder of the catalogues has a stable name with a hash', () => {
  expect(readCatalogues().folder).toMatch(/^assets\/messages-[\w-]{8}$/);
  expect(readCatalogues().folder).toBe(readCatalogues().folder);
});
