import { expect, it } from 'vitest';
import type { Request } from '../../support/client.ts';
import { newInterview } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';

const stack = await sharedTestStack();
const { api, bedrock } = stack;
const { access } = await api.logIn();
const withKey = (key: string): Request => ({ access, headers: { 'Idempotency-Key': key } });

it('interviews of one job cost one kit, and the same request again nothing', async () => {
  const interviews = Array.from({ length: 15 }, (_, n) =>
    newInterview({
      job_title: 'Backend Engineer, many at once',
      candidate_email: `candidate-${n}@example.com`,
      resume_text: undefined,
    }),
  );
  const before = bedrock.calls.length;
  const send = () =>
    api.call('createInterviews', {
      ...withKey('many'),
      body: { interviews, generate_links: true },
    });

  const [first, again] = [await send(), await send()];

  const links = first.ok().results.map(({ link }) => link?.link_token);
  expect(new Set(links.filter((token) => token !== undefined)).size).toBe(15);
  expect(again.ok().results.map(({ link }) => link?.link_token)).toEqual(links);
  expect(bedrock.calls.slice(before).map(({ task }) => task)).toEqual([
    'derive_competencies',
    'write_questions',
    'write_questions',
  ]);
  const headers = [first, again].map((one) => one.headers.get('idempotency-replayed'));
  expect(headers).toEqual([null, 'true']);
});

it('a batch is refused whole if it is larger than 5 MB, empty, or has more than 100 rows', async () => {
  const rows = (count: number) => Array(count).fill(newInterview());
  const send = async (interviews: unknown[]) =>
    (await api.call('createInterviews', { access, body: { interviews } })).refusal();

  expect(await send(Array(100).fill('x'.repeat(50_001)))).toEqual({
    error: 'The request body must be at most 5 MB',
    code: 'payload_too_large',
  });
  expect((await send([])).error).toBe('interviews must not be empty');
  expect((await send(rows(101))).error).toBe('interviews must have at most 100 entries');
});

it('a request is made once under its key, and a key is text that can be printed', async () => {
  const send = (key: string, over: object = {}) =>
    api.call('createInterview', {
      ...withKey(key),
      body: newInterview({ starts_at: null, ...over }),
    });

  const [first, again] = [await send('once'), await send('once')];
  const other = (await send('once', { candidate_name: 'Bo Li' })).refusal();
  const tooLong = (await send('x'.repeat(256))).refusal();

  expect(again.ok().interview_id).toBe(first.ok().interview_id);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect([other.code, tooLong.code]).toEqual(['idempotency_mismatch', 'invalid_input']);
  expect(tooLong.error).toMatch(/^Idempotency-Key must be 1 to 255 printable/);
  expect((await send('zwölf')).refusal().code).toBe('invalid_input');
  await stack.table.remove(first.ok().interview_id);
  expect((await send('once')).refusal().code).toBe('interview_not_found');
});
