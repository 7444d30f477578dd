import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { getInterview } from '../../../functions/get-interview/get-interview.ts';
import { reEvaluateInterview } from '../../../functions/re-evaluate-interview/re-evaluate-interview.ts';
import { InterviewDetail } from '../../../shared/contract/endpoints/get-interview.ts';
import { auditRow } from '../../../shared/table/audit.ts';
import { bind, transact } from '../../../shared/table/client.ts';
import { keyOf, putNew } from '../../../shared/table/conditions.ts';
import { keepEvaluation, noteEvaluationRequest } from '../../../shared/table/evaluations.ts';
import { readInterview } from '../../../shared/table/interviews.ts';
import { sk } from '../../../shared/table/keys.ts';
import { readingFrom } from '../../support/reading.ts';
import { anEvaluation, id } from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';
import { evaluated } from '../../support/stored.ts';
import { createWorld, type World } from '../../support/world.ts';

const of = id(1);
const MB = 1_000_000;

const read = (world: World) => getInterview(readingFrom(world), of);

const linked = async () => {
  const world = createWorld();
  await world.create();
  return { world, token: (await world.generate()).link_token };
};

/** An interview from before requests were counted, with so many of them. */
const withOld = async (requests: number) => {
  const made = await linked();
  const { table } = made.world;
  for (let n = 0; n < requests; n++) {
    const at = new Date(Date.parse('2026-11-23T00:00:00Z') + n * 1000).toISOString();
    const facts = { kind: 'other', accommodation_id: id(n) };
    await transact(table, [
      putNew(table, of, sk.accommodation(id(n)), {
        accommodation_id: id(n),
        kind: 'other',
        message: '字'.repeat(2_000),
        requested_at: at,
      }),
      auditRow(table, of, { event: 'accommodation_requested', at, actor: 'candidate', facts }),
    ]);
  }
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: keyOf(of, sk.interview),
      UpdateExpression: 'REMOVE accommodations_requested',
    }),
  );
  return made;
};

it('an interview at which everything is thrown 300 times stays small', async () => {
  const { world, token } = await linked();
  const { session_id, questions } = await world.start(token);
  const text = 'I told the ward. '.repeat(1_000);
  const outcomes = new Set<string | null>();

  for (let n = 1; n <= 300; n++) {
    const question_id = questions[n % questions.length]?.id ?? '';
    outcomes.add(await codeOf(world.start(token)));
    outcomes.add(await codeOf(world.accommodate(token, `${n} ${text.slice(-1_900)}`)));
    outcomes.add(
      await codeOf(world.draft(token, { session_id, question_id, text: n + text, version: n })),
    );
    // The others are drafts to the end.
    const answer = { session_id, question_id: questions[0]?.id, response_text: n + text };
    outcomes.add(await codeOf(world.submit(token, answer)));
  }
  for (let n = 1; n <= 300; n++) {
    outcomes.add(await codeOf(world.complete(token, session_id)));
    outcomes.add(await codeOf(world.accommodate(token, `${n} after the end`)));
  }

  const shown = await read(world);
  expect(outcomes).toEqual(
    new Set([null, 'too_many_requests', 'already_answered', 'interview_completed']),
  );
  expect(shown.accommodations).toHaveLength(5);
  // Those of the reports are spread by chance.
  const own = world.items().filter(({ pk }) => String(pk).startsWith('INTERVIEW#'));
  expect(own.length).toBeLessThan(50);
  expect(world.queue.length).toBeLessThan(3);
  expect(JSON.stringify(world.items()).length).toBeLessThan(MB);
  expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThan(MB);
});

it.each([
  ['none before', linked, 5],
  ['three from before they were counted', () => withOld(3), 2],
  ['hundreds from before they were counted', () => withOld(300), 0],
])(
  'of twenty requests at the same moment, with %s, as many are stored as fit',
  async (_, made, fit) => {
    const { world, token } = await made();
    const wishes = Array.from({ length: 20 }, (_, n) => `Wish ${n}`);

    const codes = await Promise.all(wishes.map((wish) => codeOf(world.accommodate(token, wish))));

    expect(codes.filter((code) => code === null)).toHaveLength(fit);
    expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(20 - fit);
  },
);

it('a request that is stored is repeated without an error when there are five', async () => {
  const { world, token } = await linked();
  const first = await world.accommodate(token, 'Wish 1');
  for (let n = 2; n <= 5; n++) await world.accommodate(token, `Wish ${n}`);

  const again = await world.accommodate(token, 'Wish 1');

  expect(again).toEqual(first);
  expect((await read(world)).accommodations).toHaveLength(5);
});

it('an interview that has hundreds of requests can be read, with the newest', async () => {
  const { world } = await withOld(300);

  const shown = await read(world);

  expect(shown.accommodations).toHaveLength(50);
  expect(shown.accommodations.at(-1)?.accommodation_id).toBe(id(299));
  expect(shown.audit).toHaveLength(50);
  expect(shown.audit.at(-1)?.event).toBe('link_generated');
  expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThan(MB);
});

it('of twenty requests for a version one is recorded, and each is queued, also once it has been lost', async () => {
  const { world, token } = await linked();
  const { session_id } = await world.start(token);
  await world.complete(token, session_id);
  const ask = () => Promise.all(Array.from({ length: 10 }, () => world.evaluateAgain()));
  const recorded = async () =>
    (await world.look()).audit
      .filter(({ event }) => event === 'evaluation_requested')
      .map(({ facts }) => facts.version);

  await ask();
  world.queue.splice(0);
  const asked = await ask();

  expect(asked.map(({ version }) => version)).toEqual(Array.from({ length: 10 }, () => 2));
  expect(await recorded()).toEqual([2]);
  expect(world.queue).toHaveLength(10);
  await world.deliver();
  await world.evaluateAgain();
  expect(await recorded()).toEqual([2, 3]);
  expect(InterviewDetail.parse(await read(world))).not.toHaveProperty('evaluation_requested');
});

it('an interview has at most twenty evaluations', async () => {
  const { world, token } = await linked();
  const { session_id } = await world.start(token);
  await world.complete(token, session_id);
  const { table } = world;
  const again = () =>
    reEvaluateInterview(
      {
        ...bind(table, { readInterview, noteEvaluationRequest }),
        send: async () => undefined,
        now: () => world.clock.ms,
      },
      { recruiter: 'recruiter-1' },
      of,
    );
  for (let version = 2; version <= 19; version++) {
    await keepEvaluation(table, await evaluated(table, of), anEvaluation({ version }));
  }

  const last = await again();
  await keepEvaluation(table, await evaluated(table, of), anEvaluation({ version: last.version }));

  expect(last.version).toBe(20);
  expect(await codeOf(again())).toBe('too_many_requests');
});
