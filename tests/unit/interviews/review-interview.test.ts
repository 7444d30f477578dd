import { expect, it } from 'vitest';
import { getInterview } from '../../../functions/get-interview/get-interview.ts';
import { putUserName } from '../../../shared/table/user-names.ts';
import { readingFrom } from '../../support/reading.ts';
import { codeOf } from '../../support/refusals.ts';
import { reported } from '../../support/reported.ts';
import { createWorld } from '../../support/world.ts';
import { recordsIn } from './erased.ts';

const completed = async () => {
  const world = createWorld();
  await world.create();
  const { link_token, ai_session_id } = await world.generate();
  await world.start(link_token);
  await world.complete(link_token, ai_session_id);
  return world;
};
const interviewIn = async (world: Awaited<ReturnType<typeof completed>>) =>
  (await world.look()).interview;

it('adds reviews, numbered, and leaves those before as they were', async () => {
  const world = await completed();
  expect(reported(world.items()).waiting).toBe(1);

  const before = await world.look();
  await putUserName(world.table, { user_id: 'recruiter-1', name: 'Noor Haddad' });
  const first = (await world.review('SECRET one')).body;
  const second = (await world.review('SECRET two')).body;

  const { reviews, interview, audit, evaluations } = await world.look();
  expect(reviews.map((one) => ({ ...one, actor_name: 'Noor Haddad' }))).toEqual([first, second]);
  expect(first).toEqual({
    number: 1,
    decision: 'hold',
    reason: 'SECRET one',
    score: null,
    actor: 'recruiter:recruiter-1',
    actor_name: 'Noor Haddad',
    made_at: first.made_at,
  });
  expect(interview).toMatchObject({
    decision: 'hold',
    reviews: 2,
    updated_at: second.made_at,
    status: 'completed',
  });
  expect(evaluations).toEqual(before.evaluations);
  expect(audit.at(-1)?.facts).toEqual({ number: 2, decision: 'hold', score: null });
  const seen = await getInterview(readingFrom(world), interview.interview_id);
  expect(seen.reviews).toEqual([first, second]);
  expect(JSON.stringify(audit)).not.toContain('SECRET');
  expect(reported(world.items())).not.toHaveProperty('waiting');
});

it('takes at most fifty, of two at once both, and none before the completion', async () => {
  const world = await completed();
  await Promise.all([world.review('one'), world.review('other')]);
  for (let n = 3; n <= 50; n++) await world.review(`review ${n}`);

  expect((await world.look()).reviews.map(({ number }) => number)).toEqual(
    Array.from({ length: 50 }, (_, n) => n + 1),
  );
  expect(await codeOf(world.review('one more'))).toBe('too_many_requests');
  const early = createWorld();
  expect(await codeOf(early.review('none'))).toBe('interview_not_found');
  await early.create();
  expect(await codeOf(early.review('early'))).toBe('not_completed');
});

it('under a key is made once, also by two at once and after the fiftieth', async () => {
  const world = await completed();

  const both = await Promise.all([world.review('same', 'key-1'), world.review('same', 'key-1')]);

  expect(both.map(({ replayed }) => replayed).toSorted()).toEqual([false, true]);
  expect(both[0]?.body).toEqual(both[1]?.body);
  expect((await interviewIn(world)).reviews).toBe(1);
  expect(await codeOf(world.review('another', 'key-1'))).toBe('idempotency_mismatch');
  for (let n = 2; n <= 50; n++) await world.review(`review ${n}`);
  expect(await world.review('same', 'key-1')).toEqual({ body: both[0]?.body, replayed: true });
  expect(JSON.stringify(recordsIn(world))).not.toMatch(/same|recruiter-1/);
});
