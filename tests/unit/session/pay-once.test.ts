import { describe, expect, it } from 'vitest';
import { id } from '../../support/records.ts';
import { createWorld } from '../../support/world.ts';

const started = async (hooks: Parameters<typeof createWorld>[0] = {}) => {
  const world = createWorld(hooks);
  await world.create();
  const { link_token, ai_session_id: session_id } = await world.generate();
  await world.start(link_token);
  const submit = (response_text: string) => world.submit(link_token, { session_id, response_text });
  const complete = () => world.complete(link_token, session_id);
  return { world, submit, complete };
};

/** A submit whose answer is stored and being read until others have looked for the result so often. */
const reading = async (looks = Number.POSITIVE_INFINITY) => {
  const gate = Promise.withResolvers<void>();
  let looked = 0;
  const { world, submit, complete } = await started({
    before: (command) => {
      // Only who waits for a reading gets one item.
      if (command === 'GetItemCommand' && ++looked === looks) gate.resolve();
    },
  });
  const { assessAnswer } = world.interviewer.interviewer;
  const begun = Promise.withResolvers<void>();
  world.interviewer.interviewer.assessAnswer = async (...asked) => {
    begun.resolve();
    await gate.promise;
    return assessAnswer(...asked);
  };
  looked = 0;
  const submitted = submit('an answer');
  await begun.promise;
  return { world, submitted, complete, gate };
};

describe('an answer that is being read when the interview is completed', () => {
  it('is waited for, and read once', async () => {
    const { world, submitted, complete } = await reading(5);

    const [completed] = await Promise.all([complete(), submitted]);

    expect(completed).toMatchObject({ status: 'completed' });
    expect(world.interviewer.times('assessAnswer')).toBe(1);
    const { responses, evaluations } = await world.look();
    expect(evaluations[0]?.assessments[0]?.assessment).toEqual(responses[0]?.assessment);
  });

  it('for longer than complete can wait is left to the queue, and still read once', async () => {
    const { world, submitted, complete, gate } = await reading();

    const completed = await complete();
    gate.resolve();
    await submitted;

    expect(completed).toMatchObject({ status: 'evaluating', score: null });
    expect(world.interviewer.times('writeClosing')).toBe(0);

    await world.deliver();

    expect(await complete()).toMatchObject({ status: 'completed' });
    expect(world.interviewer.times('assessAnswer')).toBe(1);
    expect(world.interviewer.times('writeClosing')).toBe(1);
  });
});

describe('an answer that could not be read', () => {
  it('is read by complete at once, which waits for no lease', async () => {
    const { world, submit, complete } = await started();
    world.interviewer.state.fail = 'timeout';
    await submit('an answer');
    world.interviewer.state.fail = null;
    const before = world.clock.ms;

    const completed = await complete();

    expect(completed.status).toBe('completed');
    expect(world.clock.ms - before).toBeLessThan(400);
  });

  it('by complete is read by the next delivery', async () => {
    const { world, submit, complete } = await started();
    world.interviewer.state.fail = 'timeout';
    await submit('an answer');
    await complete();
    world.interviewer.state.fail = null;

    await world.deliver();

    expect((await complete()).status).toBe('completed');
  });

  it('by one delivery is read by the next, which waits for no lease', async () => {
    const { world, submit, complete } = await started();
    world.interviewer.state.fail = 'timeout';
    await submit('an answer');
    await complete();
    await world.deliver();
    world.interviewer.state.fail = null;

    await world.deliver({ after: 0 });

    expect((await complete()).status).toBe('completed');
  });
});

describe('two deliveries at once', () => {
  it('evaluate an interview once', async () => {
    const { world, submit, complete } = await started();
    world.interviewer.state.fail = 'timeout';
    await submit('an answer');
    await complete();
    world.interviewer.state.fail = null;
    const failed = world.interviewer.times('assessAnswer');
    world.queue.push({ interview_id: id(1) });

    await world.deliver({ atOnce: true });
    await world.deliver();

    expect((await world.look()).evaluations).toHaveLength(1);
    expect(world.interviewer.times('assessAnswer') - failed).toBe(1);
    expect(world.interviewer.times('writeClosing')).toBe(1);
  });

  it('of a later version evaluate it once', async () => {
    const { world, submit, complete } = await started();
    await submit('an answer');
    await complete();
    await world.deliver();
    const again = { interview_id: id(1), version: 2 };
    world.queue.push(again, again, again);

    await world.deliver({ atOnce: true });
    await world.deliver();
    await world.deliver();

    expect((await world.look()).evaluations.map(({ version }) => version)).toEqual([1, 2]);
    expect(world.interviewer.times('assessAnswer')).toBe(2);
    expect(world.interviewer.times('writeClosing')).toBe(2);
    expect(world.queue).toEqual([]);
  });

  it('read the answers of an interview in progress once', async () => {
    const { world, submit } = await started();
    world.interviewer.state.fail = 'timeout';
    await submit('one');
    await submit('two');
    world.interviewer.state.fail = null;
    const failed = world.interviewer.times('assessAnswer');

    await world.deliver({ atOnce: true });

    expect(world.interviewer.times('assessAnswer') - failed).toBe(2);
    expect((await world.look()).responses.every(({ assessment }) => assessment)).toBe(true);
  });
});

describe('links of one interview that are made at once', () => {
  it.each(['generate', 'regenerate'] as const)(
    'with a résumé pay for its lead-ins once: %s',
    async (make) => {
      const world = createWorld();
      await world.create({}, 'Ten years at sea.');

      await Promise.all([1, 2, 3, 4].map(() => world[make]()));

      expect(world.interviewer.times('writeLeadIns')).toBe(1);
      expect(world.interviewer.times('writeQuestions')).toBe(1);
    },
  );
});
