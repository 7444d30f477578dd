import { createHash } from 'node:crypto';
import { TalaroError } from '../error.ts';
import type { Person } from '../people-csv.ts';
import { sleep } from '../retry.ts';
import type { Client, Input, Output } from '../types.ts';

const size = 100;
/** The API's limit is 5 MB; what JSON adds to the rows is little. */
const mostBytes = 4_500_000;

export type Row = Output<'createInterviews'>['results'][number];
type Body = Input<'createInterviews'>;
export interface Ready extends Person {
  interview: NonNullable<Person['interview']>;
}

/** Rows in the order of the file, as many together as one request takes. */
export const chunksOf = (people: readonly Ready[]): Ready[][] => {
  const chunks: Ready[][] = [];
  let bytes = 0;
  for (const person of people) {
    const own = Buffer.byteLength(JSON.stringify(person.interview));
    const last = chunks.at(-1);
    bytes += own;
    if (last && last.length < size && bytes <= mostBytes) {
      last.push(person);
      continue;
    }
    chunks.push([person]);
    bytes = own;
  }
  return chunks;
};

/** The same for the same rows at the same place of a file: a second run makes nothing twice. */
export const keyOf = (body: Body, at: number): string =>
  `batch-${at}-${createHash('sha256').update(JSON.stringify(body)).digest('base64url')}`;

/** So often in a row may an answer bring nothing new before the work is given up. */
const mostIdle = 10;
const pause = 2_000;

/**
 * Makes the interviews of one chunk. Rows that the server had no time for are asked for again under the
 * same key, for as long as each answer has fewer of them.
 */
export const makeChunk = async (
  talaro: Pick<Client, 'createInterviews'>,
  body: Body,
  at: number,
  { signal, wait = sleep }: { signal: AbortSignal; wait?: typeof sleep },
): Promise<Row[]> => {
  let [fewest, idle] = [Number.POSITIVE_INFINITY, 0];
  for (;;) {
    const sent = { signal, idempotency_key: keyOf(body, at) };
    const { results } = await talaro.createInterviews(body, sent);
    const late = results.filter(({ status }) => status === 503);
    if (late.length === 0) return results;
    idle = late.length < fewest ? 0 : idle + 1;
    fewest = Math.min(fewest, late.length);
    if (idle === mostIdle) {
      const { error = '', code = 'unavailable' } = late[0]?.error ?? {};
      throw new TalaroError(error, { code, status: 503 });
    }
    await wait((late[0]?.error?.retry_after ?? 0) * 1000 || pause, signal);
  }
};
