import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Event } from '../../../web/candidate/machine/event.ts';
import type { State } from '../../../web/candidate/machine/state.ts';
import { initial } from '../../../web/candidate/machine/state.ts';
import { deviceIn } from '../../../web/candidate/runner/device.ts';
import { run } from '../../../web/candidate/runner/run.ts';
import { fakeServer, type Weather } from './fake-server.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const memory = () => {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as Storage;
};

const nowhere = { put: () => {}, get: async () => null, remove: () => {} };

/** A server, and devices whose page can be opened, used and killed. */
const world = () => {
  const server = fakeServer(Date.now);
  const openPage = (storage: Storage) => {
    let state: State = initial;
    let isAlive = true;
    const dispatch = run({
      token: 'token',
      call: (name, content) => {
        if (!isAlive) return new Promise(() => {});
        return server.call(name, content);
      },
      device: deviceIn(() => storage, nowhere),
      player: { play: () => {}, pause: () => {} },
      holdTab: () => queueMicrotask(() => isAlive && dispatch({ type: 'tab_held' })),
      translate: () => {},
      now: () => performance.now(),
      draw: (drawn) => {
        state = drawn;
      },
    });
    return {
      state: () => state,
      do: (event: Event) => {
        if (isAlive) dispatch(event);
      },
      kill: () => {
        isAlive = false;
        vi.clearAllTimers();
      },
    };
  };
  return { server, openPage };
};

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test('a whole interview stores exactly what was typed, question by question', async () => {
  const { server, openPage } = world();
  const page = openPage(memory());
  await pass(0);
  page.do({ type: 'begin' });
  await pass(0);

  for (const text of ['One', 'Two', 'Three']) {
    page.do({ type: 'typed', text });
    page.do({ type: 'send' });
    await pass(0);
    page.do({ type: 'continue' });
    await pass(0);
  }

  expect(page.state().screen).toMatchObject({ name: 'complete', result: { score: 72 } });
  expect(server.answers.map((answer) => answer.response_text)).toEqual(['One', 'Two', 'Three']);
});

test('another device continues with what has reached the server', async () => {
  const { openPage } = world();
  const first = openPage(memory());
  await pass(0);
  first.do({ type: 'begin' });
  await pass(0);
  first.do({ type: 'typed', text: 'Typed on the phone' });
  await pass(1_500);

  first.kill();
  const second = openPage(memory());
  await pass(0);

  expect(second.state().writing?.text).toBe('Typed on the phone');
});

test('an hour of idling changes nothing', async () => {
  const { openPage } = world();
  const page = openPage(memory());
  await pass(0);
  page.do({ type: 'begin' });
  await pass(0);
  page.do({ type: 'typed', text: 'Then the phone rang' });
  await pass(3_600_000);

  expect(page.state().writing).toMatchObject({ text: 'Then the phone rang', failures: 0 });
});

type Act =
  | { act: 'type'; text: string }
  | { act: 'press'; type: 'send' | 'continue' | 'begin' | 'online' | 'hidden' | 'try_now' }
  | { act: 'wait'; ms: number }
  | { act: 'weather'; coming: Weather[] }
  | { act: 'reload' };

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constant('type' as const), text: fc.string({ maxLength: 6 }) }),
  fc.record({
    act: fc.constant('press' as const),
    type: fc.constantFrom('send', 'continue', 'begin', 'online', 'hidden', 'try_now'),
  }),
  fc.record({
    act: fc.constant('wait' as const),
    ms: fc.constantFrom(0, 1, 400, 1_500, 7_000, 40_000),
  }),
  fc.record({
    act: fc.constant('weather' as const),
    coming: fc.array(fc.constantFrom<Weather>('fine', 'lost', 'answer lost'), { maxLength: 6 }),
  }),
  fc.record({ act: fc.constant('reload' as const) }),
);

test('whatever the network, the person and reloads do, nothing typed is lost or doubled', async () => {
  const story = fc.array(acts, { minLength: 5, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const { server, openPage } = world();
      const storage = memory();
      let page = openPage(storage);
      const typed = new Map<string, string>();
      await pass(0);

      for (const step of told) {
        if (step.act === 'wait') await pass(step.ms);
        if (step.act === 'weather') server.forecast(step.coming);
        if (step.act === 'press') page.do({ type: step.type });
        if (step.act === 'reload') {
          page.kill();
          page = openPage(storage);
        }
        if (step.act === 'type') {
          page.do({ type: 'typed', text: step.text });
          const { screen, writing } = page.state();
          const isTaken = screen.name === 'question' && screen.sending.phase === 'idle';
          if (isTaken && writing) typed.set(writing.question_id, writing.text);
        }
        await pass(0);
      }
      server.forecast([]);
      await pass(60_000);

      // Each answer is the last text of its question, once.
      const ids = server.answers.map(({ question_id }) => question_id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { question_id, response_text } of server.answers) {
        expect(response_text).toBe(typed.get(question_id));
      }
      // What is not sent is on the screen, and by now on the server too.
      const { screen, writing } = page.state();
      if (screen.name === 'question' && writing) {
        const wanted = typed.get(writing.question_id) ?? '';
        expect(writing.text).toBe(wanted);
        // A draft without a reply can look like another device's: then both are offered.
        if (wanted && !writing.other) expect(server.draft()).toMatchObject({ text: wanted });
      }
      // No screen is a dead end: it shows something to do, or waits for a timer.
      expect(['loading', 'elsewhere', 'closed']).not.toContain(screen.name);
      page.kill();
    }),
    { numRuns: 2_000 },
  );
});
