import { expect, it } from 'vitest';
import {
  chunksOf,
  keyOf,
  makeChunk,
  type Ready,
  type Row,
} from '../../../../client/cli/batch-chunks.ts';

const person = (row: number, resume_text = ''): Ready => ({
  row,
  line: row + 1,
  values: {},
  interview: { candidate_name: `Person ${row}`, candidate_email: 'a@example.com', resume_text },
  problems: [],
  warnings: [],
  repeats: null,
});
const body = { interviews: [person(1).interview] };
const late: Row = { index: 0, status: 503, error: { error: 'Later', code: 'unavailable' } };
const done: Row = { index: 0, status: 201 };
const { signal } = new AbortController();

/** A server that gives these answers one after the other, the last for ever, and the keys it got. */
const server = (...answers: Row[][]) => {
  const keys: unknown[] = [];
  const createInterviews = async (_: object, options: { idempotency_key?: string } = {}) => {
    keys.push(options.idempotency_key);
    return { results: answers[Math.min(keys.length, answers.length) - 1] ?? [] };
  };
  return { keys, createInterviews };
};
const wait = async () => {};

it('a request has 100 rows and less than 5 MB', () => {
  const many = Array.from({ length: 250 }, (_, n) => person(n));
  const long = Array.from({ length: 4 }, (_, n) => person(n, 'x'.repeat(2_000_000)));

  expect(chunksOf(many).map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(chunksOf(long).map(({ length }) => length)).toEqual([2, 2]);
  expect(chunksOf(many).flat()).toEqual(many);
});

it('a key is the same for the same rows at the same place, and another otherwise', () => {
  expect(keyOf(body, 0)).toBe(keyOf(structuredClone(body), 0));
  expect(keyOf(body, 1)).not.toBe(keyOf(body, 0));
  expect(keyOf({ ...body, generate_links: true }, 0)).not.toBe(keyOf(body, 0));
});

it('rows that the server had no time for are asked for again under their key', async () => {
  const api = server([late], [late], [done]);

  const rows = await makeChunk(api, body, 0, { signal, wait });

  expect(rows).toEqual([done]);
  expect(new Set(api.keys)).toEqual(new Set([keyOf(body, 0)]));
  expect(api.keys).toHaveLength(3);
});

it('a server that makes no headway is given up, with its own words', async () => {
  const api = server([late]);

  const made = makeChunk(api, body, 0, { signal, wait });

  await expect(made).rejects.toMatchObject({ code: 'unavailable', message: 'Later' });
  expect(api.keys).toHaveLength(11);
});
