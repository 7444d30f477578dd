import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/refusals.ts';
import { createWorld, replay, stateOf, type World } from '../../support/world.ts';

const texts = ['first answer', 'second answer', 'third answer'];

/** A client that sends a request again until it is answered, as the candidate's page does. */
const untilAnswered = async <Made>(send: () => Promise<Made>): Promise<Made> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Lost) || attempt > 3) throw error;
    }
  }
};

class Lost extends Error {}

/** A whole interview in which every request is sent `times` times. */
const hold = async (world: World, times = 1) => {
  const often = async <Made>(send: () => Promise<Made>) => {
    let made = await untilAnswered(send);
    for (let n = 1; n < times; n++) made = await untilAnswered(send);
    return made;
  };
  const { link_token, ai_session_id: session_id } = await often(world.generate);
  const { questions } = await often(() => world.start(link_token));
  for (const [n, response_text] of texts.entries()) {
    const question_id = questions[n]?.id;
    await often(() => world.submit(link_token, { session_id, question_id, response_text }));
  }
  await often(() => world.complete(link_token, session_id));
  await world.deliver();
  return untilAnswered(() => world.complete(link_token, session_id));
};

/** Everything but ids and times: it must be the same whatever happened on the way. */
const outcome = async (world: World) => {
  const { interview, link, questions, responses, evaluations, audit, session } = await world.look();
  return {
    status: interview.status,
    generation: link?.generation,
    answered: session?.answered,
    questions: questions.map(({ text, order }) => ({ text, order })),
    responses: responses.map(({ order, response_text, assessment }) => ({
      order,
      response_text,
      read: assessment !== null,
    })),
    evaluations: evaluations.map(({ version, score }) => ({ version, score })),
    events: audit.map(({ event }) => event).toSorted(),
  };
};

const undisturbed = async () => {
  let calls = 0;
  const world = createWorld({ before: () => void calls++ });
  await world.create();
  await hold(world);
  return { calls, wanted: await outcome(world) };
};

describe('an interview', () => {
  it('that nothing disturbs ends with three answers and a score', async () => {
    const { wanted } = await undisturbed();

    expect(wanted).toMatchObject({
      status: 'completed',
      generation: 1,
      answered: 3,
      evaluations: [{ version: 1, score: 50 }],
    });
  });

  it('whose every request is sent three times ends the same', async () => {
    const { wanted } = await undisturbed();
    const world = createWorld();
    await world.create();

    await hold(world, 3);

    expect(await outcome(world)).toEqual(wanted);
  });

  it('ends the same with a fault at any call of the table, before it or after its commit', async () => {
    const { calls, wanted } = await undisturbed();

    for (const phase of ['before', 'after'] as const) {
      for (let fault = 0; fault < calls; fault++) {
        let call = 0;
        const world = createWorld({
          [phase]: () => {
            if (call++ === fault) throw new Lost(`${phase} call ${fault}`);
          },
        });
        await untilAnswered(world.create).catch(() => undefined);

        const last = await hold(world);

        const record = await world.look();
        expect([phase, fault, await outcome(world)]).toEqual([phase, fault, wanted]);
        expect(replay(record.audit)).toEqual(stateOf(record));
        expect(last).toMatchObject({ status: 'completed', score: 50 });
      }
    }
  });

  it('loses no acknowledged answer while the AI is down from start to end', async () => {
    const world = createWorld();
    await world.create();
    const { link_token, ai_session_id: session_id } = await world.generate();
    await world.start(link_token);
    world.interviewer.state.fail = 'unavailable';
    for (const response_text of texts) {
      await world.submit(link_token, { session_id, response_text });
    }
    const sealed = await world.complete(link_token, session_id);
    await world.deliver();

    world.interviewer.state.fail = null;
    await world.deliver();
    const later = await world.complete(link_token, session_id);

    expect(sealed).toMatchObject({ status: 'evaluating', score: null, recommendation: null });
    expect(later).toMatchObject({ status: 'completed', score: 50 });
    expect((await world.look()).responses.map((one) => one.response_text)).toEqual(texts);
  });

  it('is evaluated once, however often the queue delivers', async () => {
    const world = createWorld();
    await world.create();
    await hold(world);
    // The deliveries take their lease and give it back.
    const stored = () => world.items().filter(({ sk }) => sk !== 'CLAIM#evaluation');
    const before = stored();

    const { interview_id } = (await world.look()).interview;
    world.queue.push({ interview_id }, { interview_id }, { interview_id });
    await world.deliver();

    expect(stored()).toEqual(before);
  });

  it('continues at the right question with a new link, and refuses the old one', async () => {
    const world = createWorld();
    await world.create();
    const old = await world.generate();
    const session_id = old.ai_session_id;
    await world.start(old.link_token);
    await world.submit(old.link_token, { session_id, response_text: 'first answer' });

    const { link_token } = await world.regenerate();
    const view = await world.start(link_token);

    expect(view).toMatchObject({ answered_questions: 1, current_question: 'Written question 2?' });
    const requests = [
      world.start(old.link_token),
      world.submit(old.link_token, { session_id, response_text: 'second answer' }),
      world.complete(old.link_token, session_id),
    ];
    expect(await Promise.all(requests.map(codeOf))).toEqual(Array(3).fill('link_replaced'));
  });
});
