import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ErrorCode } from '../../../shared/domain/errors.ts';
import { isoUtc } from '../../../shared/domain/plain-text.ts';
import { codeOf } from '../../support/refusals.ts';
import { createWorld, replay, stateOf, type World } from '../../support/world.ts';

/** The state by the contract; the real interview is compared with it at every step. */
interface Model {
  status: 'scheduled' | 'in_progress' | 'completed' | 'cancelled';
  /** Every token ever made, with its address; the last one is the live one if there is a link. */
  tokens: { token: string; address: string }[];
  hasLink: boolean;
  address: string;
  /** When its links work, in ms since the epoch. */
  window: { opens: number; expires: number };
  /** The tokens with which the page was opened before the end. */
  opened: Set<string>;
  /** By order. */
  answers: Map<number, { text: string; response_id: string; at: number }>;
  aiDown: boolean;
  evaluated: boolean;
}

const count = 3;
const addresses = ['ada@example.com', 'lovelace@example.com'] as const;
const minute = 60_000;
const order = ['scheduled', 'in_progress', 'completed', 'cancelled'];
const ends = { completed: 'interview_completed', cancelled: 'interview_cancelled' } as const;
/** The code that refuses a change of an interview that is over. */
const overCode = ({ status }: Model): ErrorCode | null =>
  status === 'completed' || status === 'cancelled' ? ends[status] : null;

type Command = fc.AsyncCommand<Model, World>;

/** The code that refuses a token, whatever is asked with it; null if it is admitted. */
const admission = (model: Model, world: World, back: number): ErrorCode | null => {
  const sent = madeAt(model, back);
  if (sent?.address !== model.address) return 'link_invalid';
  if (sent.token !== liveToken(model)) return 'link_replaced';
  if (model.status === 'cancelled') return 'interview_cancelled';
  if (world.clock.ms + 1 < model.window.opens) return 'link_not_open';
  return world.clock.ms + 1 > model.window.expires ? 'link_expired' : null;
};
const liveToken = ({ hasLink, tokens }: Model) => (hasLink ? tokens.at(-1)?.token : undefined);
/** The newest token for 0, an older one for more. */
const madeAt = ({ tokens }: Model, back: number) => tokens.at(-1 - (back % tokens.length));
const tokenAt = (model: Model, back: number) => madeAt(model, back)?.token ?? '';
const sessionOf = async (world: World) => (await world.look()).session?.session_id ?? '';

const requireSound = async (model: Model, world: World) => {
  const record = await world.look();
  expect(record.interview.status).toBe(model.status);
  expect(record.responses.map((one) => [one.order, one.response_text])).toEqual(
    [...model.answers].toSorted(([a], [b]) => a - b).map(([n, { text }]) => [n, text]),
  );
  expect(replay(record.audit)).toEqual(stateOf(record));
  expect(record.session?.answered ?? 0).toBe(record.responses.length);
  expect(record.evaluations).toHaveLength(model.evaluated ? 1 : 0);
  expect(world.items().filter(({ sk }) => sk === 'LINK')).toHaveLength(model.hasLink ? 1 : 0);
  expect(Boolean(record.link?.opened_at)).toBe(model.opened.has(liveToken(model) ?? ''));
  expect(record.audit.filter(({ event }) => event === 'page_opened')).toHaveLength(
    model.opened.size,
  );
  for (const { token } of model.tokens) expect(JSON.stringify(world.items())).not.toContain(token);
  // Every answer has level 3, so the score is known; without any answer there is none.
  const [evaluation] = record.evaluations;
  const score = model.answers.size > 0 ? Math.round((model.answers.size / count) * 50) : null;
  if (evaluation) expect(evaluation.score).toBe(score);
};

/** Time passes and nobody comes: each state has to end by the sweep and the queue alone. */
const requireEnd = async (model: Model, world: World) => {
  world.clock.ms += 30 * 24 * 3600_000;
  world.interviewer.state.fail = null;
  const before = (await world.look()).interview.status;

  expect(await world.sweep()).toMatchObject({ failed: 0, overdue: 0 });

  const { interview, evaluations } = await world.look();
  if (before === 'scheduled') {
    expect(interview.expired_at).toBe(new Date(model.window.expires).toISOString());
    const item = world.items().find(({ sk }) => sk === 'INTERVIEW');
    expect(item?.gsi1pk).toMatch(/^INTERVIEWS#expired#/);
  } else if (before === 'in_progress') {
    expect(interview).toMatchObject({ status: 'completed', completed_by: 'expiry' });
    model.status = 'completed';
  }
  if (interview.status === 'completed' && evaluations.length === 0) {
    expect(world.queue).toContainEqual({ interview_id: interview.interview_id });
  }
  await world.deliver();
  model.evaluated = model.status === 'completed';
  await requireSound(model, world);
  expect(await world.sweep()).toMatchObject({ due: 0 });
};

const command = (
  name: string,
  act: (model: Model, world: World) => Promise<void>,
  check: (model: Model) => boolean = () => true,
): Command => ({
  check,
  run: async (model, world) => {
    const before = model.status;
    await act(model, world);
    expect(order.indexOf(model.status)).toBeGreaterThanOrEqual(order.indexOf(before));
    await requireSound(model, world);
  },
  toString: () => name,
});
const hasToken = (model: Model) => model.tokens.length > 0;

const makeLink = (replace: boolean): Command =>
  command(replace ? 'regenerate' : 'generate', async (model, world) => {
    const make = replace ? world.regenerate : world.generate;
    const over = overCode(model);
    if (over) {
      expect(await codeOf(make())).toBe(over);
      return;
    }
    const live = liveToken(model);
    if (live && !replace) {
      expect((await make()).link_token).toBe(live);
      return;
    }
    // A kit that is written needs no model any more.
    if (model.aiDown && !hasToken(model)) {
      expect(await codeOf(make())).toBe('ai_unavailable');
      return;
    }
    const { link_token, questions_generated } = await make();
    expect(model.tokens.map(({ token }) => token)).not.toContain(link_token);
    expect(questions_generated).toBe(count);
    model.tokens.push({ token: link_token, address: model.address });
    model.hasLink = true;
  });

const start = (back: number): Command =>
  command(
    `start(${back})`,
    async (model, world) => {
      const refused = admission(model, world, back);
      if (refused) {
        expect(await codeOf(world.start(tokenAt(model, back)))).toBe(refused);
        return;
      }
      const view = await world.start(tokenAt(model, back));
      if (model.status === 'scheduled') model.status = 'in_progress';
      const next = [1, 2, 3].find((n) => !model.answers.has(n));
      const sealed = model.evaluated ? 'completed' : 'evaluating';
      expect(view.status).toBe(model.status === 'completed' ? sealed : 'started');
      expect(view.questions.findIndex(({ id }) => id === view.current_question_id) + 1).toBe(
        next ?? 0,
      );
    },
    hasToken,
  );

/** The outcome of a submit by the contract. */
const verdict = (model: Model, world: World, named: number | null, text: string) => {
  const newest = [...model.answers.values()].toSorted((a, b) => a.at - b.at).at(-1);
  const stored = named === null ? undefined : model.answers.get(named);
  if (stored) return stored.text === text ? { repeats: stored } : { code: 'already_answered' };
  const recent = newest && world.clock.ms - newest.at <= minute;
  if (named === null && recent && newest.text === text) return { repeats: newest };
  if (model.status === 'scheduled') return { code: 'not_started' };
  if (model.status === 'completed') return { code: 'interview_completed' };
  const next = named ?? [1, 2, 3].find((n) => !model.answers.has(n));
  return next === undefined ? { code: 'already_answered' } : { answers: next };
};

const submit = (back: number, named: number | null, text: string): Command =>
  command(
    `submit(${back}, ${named}, ${text})`,
    async (model, world) => {
      const { questions, session } = await world.look();
      const session_id = session?.session_id ?? '';
      const question_id = questions.find((one) => one.order === named)?.id;
      const send = () =>
        world.submit(tokenAt(model, back), { session_id, question_id, response_text: text });
      const refused = admission(model, world, back);
      const wanted = verdict(model, world, named, text);
      if (refused || 'code' in wanted) {
        expect(await codeOf(send())).toBe(refused ?? wanted.code);
        return;
      }
      const reply = await send();
      if ('repeats' in wanted) {
        expect(reply.response_id).toBe(wanted.repeats?.response_id);
        return;
      }
      const { response_id } = reply;
      model.answers.set(wanted.answers, { text, response_id, at: world.clock.ms });
      expect(reply.answered_questions).toBe(model.answers.size);
    },
    hasToken,
  );

const complete = (back: number): Command =>
  command(
    `complete(${back})`,
    async (model, world) => {
      const send = async () => world.complete(tokenAt(model, back), await sessionOf(world));
      const refused = admission(model, world, back);
      if (refused || model.status === 'scheduled') {
        expect(await codeOf(send())).toBe(refused ?? 'not_started');
        return;
      }
      const seals = model.status === 'in_progress';
      const unread = (await world.look()).responses.some(({ assessment }) => !assessment);
      const reply = await send();
      model.status = 'completed';
      // Where nothing was answered, no model is needed.
      if (seals) model.evaluated = !model.aiDown || model.answers.size === 0;
      expect(reply.status).toBe(model.evaluated ? 'completed' : 'evaluating');
      if (!model.evaluated) expect(reply.score).toBeNull();
      expect(unread && model.aiDown && model.evaluated && seals).toBe(false);
    },
    hasToken,
  );

const view = (back: number): Command =>
  command(
    `view(${back})`,
    async (model, world) => {
      const refused = admission(model, world, back);
      const token = tokenAt(model, back);
      expect(await codeOf(world.view(token))).toBe(refused);
      if (!refused && !overCode(model)) model.opened.add(token);
    },
    hasToken,
  );

/** Moves the interview so that it begins so many minutes from now, and lasts an hour. */
const move = (minutes: number): Command =>
  command(`move(${minutes})`, async (model, world) => {
    const start = world.clock.ms + minutes * minute;
    const [starts_at, ends_at] = [isoUtc(start), isoUtc(start + 60 * minute)];
    const over = overCode(model);
    expect(await codeOf(world.update({ starts_at, ends_at }))).toBe(over);
    if (!over) model.window = { opens: start - 15 * minute, expires: start + 180 * minute };
  });

const readdress = (address: string): Command =>
  command(`address ${address}`, async (model, world) => {
    const refused = model.status === 'in_progress' ? 'interview_started' : overCode(model);
    expect(await codeOf(world.update({ candidate_email: address }))).toBe(refused);
    if (refused || address === model.address) return;
    model.address = address;
    model.hasLink = false;
  });

const cancel = command('cancel', async (model, world) => {
  const refused = model.status === 'completed' ? 'interview_completed' : null;
  expect(await codeOf(world.cancel())).toBe(refused);
  if (!refused) model.status = 'cancelled';
});

const ai = (down: boolean): Command =>
  command(down ? 'AI down' : 'AI up', async (model, world) => {
    model.aiDown = down;
    world.interviewer.state.fail = down ? 'unavailable' : null;
  });

const deliver = command('deliver the queue', async (model, world) => {
  const queued = world.queue.length > 0;
  await world.deliver();
  if (queued && model.status === 'completed' && !model.aiDown) model.evaluated = true;
});

const pass = (minutes: number): Command =>
  command(`${minutes} minutes pass`, async (_model, world) => {
    world.clock.ms += minutes * minute;
  });

const back = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat(3) },
);
const text = fc.constantFrom('first text', 'second text');
const named = fc.option(fc.integer({ min: 1, max: count }));
const answer = fc.tuple(back, named, text).map((sent) => submit(...sent));
const commands = fc.commands(
  [
    fc.constantFrom(makeLink(false), makeLink(true)),
    back.map(start),
    answer,
    answer,
    answer,
    back.map(complete),
    fc.constantFrom(ai(true), ai(false), ai(false)),
    // Two of the first stay within the minute of a retry; its edge is a test of its own.
    fc.constantFrom(deliver, pass(0.45), pass(2), pass(90)),
    back.map(view),
    fc.constantFrom(move(0), move(0), move(60), move(-300)),
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...addresses.map(readdress)) },
      { weight: 1, arbitrary: fc.constant(cancel) },
    ),
  ],
  { maxCommands: 40, size: 'max' },
);

it('an interview does what the contract says in every order of requests', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const world = createWorld();
      await world.create();
      const model: Model = {
        status: 'scheduled',
        tokens: [],
        hasLink: false,
        address: addresses[0],
        window: {
          opens: Date.parse('2026-11-23T09:45:00Z'),
          expires: Date.parse('2026-11-23T13:00:00Z'),
        },
        opened: new Set(),
        answers: new Map(),
        aiDown: false,
        evaluated: false,
      };

      await fc.asyncModelRun(() => ({ model, real: world }), sequence);
      await requireEnd(model, world);
    }),
    { numRuns: 40 },
  );
});
