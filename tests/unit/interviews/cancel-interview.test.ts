import { expect, it } from 'vitest';
import { changeInterview } from '../../../shared/table/audit.ts';
import { transact } from '../../../shared/table/client.ts';
import { id } from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';
import { reported } from '../../support/reported.ts';
import { createWorld } from '../../support/world.ts';

const linked = async () => {
  const world = createWorld();
  await world.create();
  const { link_token: token, ai_session_id: session_id } = await world.generate();
  return { world, token, session_id };
};

it('cancels with a reason that only its interview holds, and refuses the candidate at once', async () => {
  const { world, token, session_id } = await linked();
  const { questions } = await world.start(token);
  const question_id = questions[0]?.id ?? '';

  const view = await world.cancel('SECRET: the post was filled');

  const { interview, brief, audit } = await world.look();
  expect({ ...view, revision: interview.revision }).toEqual({
    ...interview,
    ...brief,
    id: interview.interview_id,
  });
  expect(view).toMatchObject({ status: 'cancelled', cancel_reason: 'SECRET: the post was filled' });
  expect(view.cancelled_at).toBe(view.updated_at);
  expect(audit.at(-1)).toMatchObject({
    event: 'interview_cancelled',
    actor: 'recruiter:recruiter-1',
    facts: { from: 'in_progress', to: 'cancelled' },
  });
  expect(JSON.stringify(audit)).not.toContain('SECRET');
  const sent = { session_id, response_text: 'too late' };
  const draft = { session_id, question_id, text: 'too', version: 1 };
  for (const call of [
    () => world.view(token),
    () => world.start(token),
    () => world.submit(token, sent),
    () => world.draft(token, draft),
    () => world.accommodate(token),
    () => world.complete(token, session_id),
    () => world.generate(),
    () => world.regenerate(),
  ]) {
    expect(await codeOf(call())).toBe('interview_cancelled');
  }
});

it('can be repeated, which changes nothing, not even the reason', async () => {
  const { world } = await linked();
  const first = await world.cancel('the first');
  const before = world.items();

  const second = await world.cancel('the second');

  expect(second).toEqual(first);
  expect(world.items()).toEqual(before);
  expect(reported(before)).toEqual({ linked: 1, cancelled: 1 });
});

it('two cancellations at once are one', async () => {
  const { world } = await linked();

  await Promise.all([world.cancel('one'), world.cancel('other')]);

  const { audit } = await world.look();
  expect(audit.filter(({ event }) => event === 'interview_cancelled')).toHaveLength(1);
});

it('does not cancel what is completed, or what there is not', async () => {
  const { world, token, session_id } = await linked();
  await world.start(token);
  await world.complete(token, session_id);

  expect(await codeOf(world.cancel())).toBe('interview_completed');
  expect(await codeOf(createWorld().cancel())).toBe('interview_not_found');
});

it('takes away that it had expired', async () => {
  const { world } = await linked();
  const expired_at = '2026-11-22T13:00:00.000Z';
  const counts = [{ kit_id: null, at: expired_at, counts: { expired: 1 } }];
  const marked = changeInterview(world.table, id(1), 'scheduled', { set: { expired_at }, counts });
  await transact(world.table, marked);

  await world.cancel();

  const item = world.items().find(({ sk }) => sk === 'INTERVIEW');
  expect(item).toMatchObject({ gsi1pk: 'INTERVIEWS#cancelled#0' });
  expect(item).not.toHaveProperty('expired_at');
  expect(reported(world.items())).not.toHaveProperty('expired');
});

it('is not paid for by the late queue', async () => {
  const { world, token, session_id } = await linked();
  await world.start(token);
  world.interviewer.state.fail = 'unavailable';
  await world.submit(token, { session_id, response_text: 'an answer' });
  world.interviewer.state.fail = null;
  expect(world.queue).toHaveLength(1);
  await world.cancel();
  const asked = world.interviewer.asked.length;

  await world.deliver();

  expect(world.queue).toHaveLength(0);
  expect(world.interviewer.asked).toHaveLength(asked);
});
