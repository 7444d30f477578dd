import { expect, it } from 'vitest';
import { createWorld, replay, stateOf, type World } from '../../support/world.ts';

const tenMinutes = 600_000;

/**
 * Each step of a whole interview. Every answer is sent twice, as a client does that got no reply; one
 * is read only after the completion.
 */
const stepsOf = (world: World) => {
  let token = '';
  let session_id = '';
  const twice = (n: number) => {
    const send = () => world.submit(token, { session_id, response_text: `Answer ${n}` });
    let first: unknown;
    return [
      async () => {
        first = await send();
      },
      async () => {
        expect(await send()).toEqual(first);
      },
    ];
  };
  const ai = (fail: World['interviewer']['state']['fail']) => async () => {
    world.interviewer.state.fail = fail;
  };
  return [
    async () => {
      await world.generate();
    },
    async () => {
      token = (await world.regenerate()).link_token;
    },
    () => world.accommodate(token),
    async () => {
      session_id = (await world.start(token)).session_id;
    },
    ...twice(1),
    () => world.accommodate(token),
    ...twice(2),
    ai('unavailable'),
    ...twice(3),
    ai(null),
    async () => {
      token = (await world.regenerate()).link_token;
    },
    () => world.complete(token, session_id),
    () => world.evaluateAgain(),
    () => world.deliver(),
  ];
};

/** The events of a whole interview, by the audit; `tick` changes the clock whenever it goes on. */
const eventsOf = async (tick: (ms: number, n: number) => number, start = (_step: number) => 0) => {
  const world = createWorld();
  let [ms, n] = [world.clock.ms, 0];
  Object.defineProperty(world.clock, 'ms', {
    get: () => ms,
    set: (next: number) => {
      ms = tick(next, n++);
    },
  });
  await world.create();
  for (const [step, run] of stepsOf(world).entries()) {
    ms += start(step);
    await run();
  }
  const record = await world.look();
  expect(replay(record.audit)).toEqual(stateOf(record));
  expect(record.responses).toHaveLength(3);
  expect(record.evaluations).toHaveLength(2);
  return { events: record.audit.map(({ event }) => event), ticks: n };
};

it('a clock that steps back ten minutes anywhere in an interview changes no order', async () => {
  const steady = await eventsOf((ms) => ms);

  for (let at = 0; at < steady.ticks; at++) {
    const { events } = await eventsOf((ms, n) => (n === at ? ms - tenMinutes : ms));
    expect(events, `set back at its reading ${at}`).toEqual(steady.events);
  }

  expect(steady.ticks).toBeGreaterThan(20);
  expect(steady.events).toHaveLength(17);
});

it('two functions whose clocks differ by four seconds keep the order', async () => {
  const steady = await eventsOf((ms) => ms);

  const differing = await eventsOf(
    (ms) => ms,
    (step) => (step % 2 ? -4000 : 4000),
  );

  expect(differing.events).toEqual(steady.events);
});
