import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import papa from 'papaparse';
import { UsageError } from '../../bin/command.ts';
import type { Ready } from './batch-chunks.ts';
import { type Outcome, outcomeColumns } from './batch-rows.ts';
import { isThere } from './own-file.ts';

/** The same for the same interview of the same deployment, wherever in a file its row is. */
export const checksumOf = (url: string, { interview }: Pick<Ready, 'interview'>): string =>
  createHash('sha256')
    .update(JSON.stringify([url, interview]))
    .digest('hex');

/**
 * The interviews that a file of links has; none where there is no such file.
 * @throws UsageError for another file, which is not to be lost
 */
export const readLinks = async (file: string): Promise<Outcome[]> => {
  const text = (await isThere(file)) ? await readFile(file, 'utf8') : '';
  const { data, meta } = papa.parse<Outcome>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  if (text && !outcomeColumns.every((column) => meta.fields?.includes(column))) {
    throw new UsageError(`${file} is there already, and is no file of links. Name another`);
  }
  return data.filter(({ interview_id }) => interview_id);
};

/** What there is of each person already; a person who is in the file of links twice is two. */
export const alreadyMade = (
  people: readonly Ready[],
  links: readonly Outcome[],
  url: string,
): Map<Ready, Outcome> => {
  const left = Map.groupBy(links, ({ checksum }) => checksum);
  const found = people.map((person) => [person, left.get(checksumOf(url, person))?.shift()]);
  return new Map(found.filter((pair): pair is [Ready, Outcome] => pair[1] !== undefined));
};
