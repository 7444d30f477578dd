import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Ready } from '../../../../client/cli/batch-chunks.ts';
import { alreadyMade, checksumOf, readLinks } from '../../../../client/cli/batch-done.ts';
import { linksCsv, outcomeOf } from '../../../../client/cli/batch-rows.ts';
import { writeOwn } from '../../../../client/cli/own-file.ts';

const url = 'https://a.example';
let folder = '';
const person = (row: number, candidate_name: string): Ready => ({
  row,
  line: row + 1,
  values: {},
  interview: { candidate_name, candidate_email: 'a@example.com' },
  problems: [],
  warnings: [],
  repeats: null,
});
const made = (one: Ready) => ({
  ...outcomeOf(one, undefined, checksumOf(url, one)),
  interview_id: `id of row ${one.row}`,
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talaro-links-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('a file of links knows the rows it has, wherever they are now and as often as they are there', async () => {
  const file = join(folder, 'links.csv');
  const [ada, formula, failed] = [person(1, 'Ada'), person(2, '=1+1'), person(3, 'Failed')];
  await writeOwn(
    file,
    linksCsv([made(ada), made(formula), outcomeOf(failed, undefined, checksumOf(url, failed))]),
  );
  const people = [person(1, 'New'), person(2, 'Ada'), person(3, 'Ada'), person(4, '=1+1'), failed];

  const known = await readLinks(file);
  const rows = (of: string) =>
    [...alreadyMade(people, known, of)].map(([{ row }, { interview_id }]) => [row, interview_id]);

  expect(rows(url)).toEqual([
    [2, 'id of row 1'],
    [4, 'id of row 2'],
  ]);
  expect(rows('https://other.example')).toEqual([]);
});

it('no file is lost that is not of links, nor a folder or a device', async () => {
  const file = join(folder, 'people.csv');
  await writeFile(file, 'name,email\nAda,ada@example.com\n');

  await expect(readLinks(file)).rejects.toThrow(/is no file of links/);
  await expect(readLinks(folder)).rejects.toThrow(/is not a file/);
  await expect(writeOwn('/dev/null', '')).rejects.toThrow('/dev/null is not a file');
  expect(await readLinks(join(folder, 'none.csv'))).toEqual([]);
});
