import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saveState } from '../../../web/candidate/machine/draft.ts';
import type { Event } from '../../../web/candidate/machine/event.ts';
import { initial, type State, type Writing } from '../../../web/candidate/machine/state.ts';
import { unsentFor } from '../../../web/candidate/machine/unsent.ts';
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
      tab: {
        hold: () => queueMicrotask(() => isAlive && dispatch({ type: 'tab_held' })),
        release: () => {},
      },
      translate: () => {},
      now: () => performance.now(),
      draw: (drawn) => {
        state = drawn;
      },
    });
    const act = (event: Event) => {
      if (isAlive) dispatch(event);
    };
    return {
      state: () => state,
      do: act,
      /** From the welcome over the notice to the first question. */
      begin: () => {
        act({ type: 'begin' });
        act({ type: 'agree', agreed: true });
        act({ type: 'begin' });
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
  page.begin();
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
  first.begin();
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
  page.begin();
  await pass(0);
  page.do({ type: 'typed', text: 'Then the phone rang' });
  await pass(3_600_000);

  expect(page.state().writing).toMatchObject({ text: 'Then the phone rang', failures: 0 });
});

const begun = async (open: () => ReturnType<ReturnType<typeof world>['openPage']>) => {
  const page = open();
  await pass(0);
  page.begin();
  await pass(0);
  return page;
};

test('a text that was refused is saved once it is short enough, without leaving the page', async () => {
  const { server, openPage } = world();
  const page = await begun(() => openPage(memory()));
  const saved = () => page.state().writing && saveState(page.state().writing as Writing, true);

  page.do({ type: 'typed', text: 'A' });
  await pass(2_000);
  expect(saved()).toBe('saved');
  page.do({ type: 'typed', text: 'x'.repeat(25_000) });
  await pass(60_000);
  expect(saved()).toBe('refused');
  page.do({ type: 'typed', text: 'x'.repeat(10_000) });
  expect(saved()).toBe('device');
  await pass(2_000);

  expect(saved()).toBe('saved');
  expect(server.draft()?.text).toHaveLength(10_000);
});

test('of two devices with different texts, the second keeps its own to the end', async () => {
  const { openPage } = world();
  const mine = memory();
  const other = await begun(() => openPage(memory()));
  let page = await begun(() => openPage(mine));
  page.do({ type: 'typed', text: 'Of the phone' });
  for (const text of ['Of the laptop', 'Two']) {
    other.do({ type: 'typed', text });
    other.do({ type: 'send' });
    await pass(0);
    other.do({ type: 'continue' });
    await pass(0);
  }

  page.do({ type: 'send' });
  await pass(0);
  const first = page.state().screen;
  page.kill();
  page = openPage(mine);
  await pass(0);
  const reloaded = page.state().screen;
  page.do({ type: 'continue' });
  await pass(0);
  page.do({ type: 'typed', text: 'Three' });
  page.do({ type: 'send' });
  await pass(0);
  page.do({ type: 'continue' });
  await pass(0);

  const elsewhere = { name: 'answered_elsewhere', question_id: 'q1' };
  expect([first, reloaded]).toMatchObject([elsewhere, elsewhere]);
  expect(page.state().screen.name).toBe('complete');
  expect(unsentFor(page.state(), 'q1')).toEqual([{ question_id: 'q1', text: 'Of the phone' }]);
  page.kill();
  page = openPage(mine);
  await pass(0);
  expect(unsentFor(page.state(), 'q1')).toEqual([{ question_id: 'q1', text: 'Of the phone' }]);
});

test('a second device that opened a blank question does not save over the first one unasked', async () => {
  const { server, openPage } = world();
  const first = await begun(() => openPage(memory()));
  const second = await begun(() => openPage(memory()));
  first.do({ type: 'typed', text: 'Pasted at once' });
  await pass(2_000);
  for (const text of ['H', 'He', 'Hel', 'Hello']) second.do({ type: 'typed', text });
  await pass(2_000);

  expect(server.draft()?.text).toBe('Pasted at once');
  expect(second.state().writing).toMatchObject({
    text: 'Hello',
    other: { text: 'Pasted at once' },
  });
});

test('a device that does not store what was set aside is known to store nothing', async () => {
  const { openPage } = world();
  const storage = memory();
  const full = (key: string, value: string) => {
    if (key.endsWith('/unsent')) throw new DOMException('full', 'QuotaExceededError');
    storage.setItem(key, value);
  };
  const page = await begun(() => openPage({ ...storage, setItem: full }));
  const other = await begun(() => openPage(memory()));
  page.do({ type: 'typed', text: 'Mine' });
  other.do({ type: 'typed', text: 'Theirs' });
  other.do({ type: 'send' });
  await pass(2_000);

  expect(page.state()).toMatchObject({ screen: { name: 'answered_elsewhere' }, onDevice: false });
});

type Act =
  | { act: 'type'; text: string }
  | { act: 'press'; type: 'send' | 'continue' | 'back' | 'online' | 'hidden' | 'try_now' }
  | { act: 'begin' }
  | { act: 'wait'; ms: number }
  | { act: 'weather'; coming: Weather[] }
  | { act: 'reload' };

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constant('type' as const), text: fc.string({ maxLength: 6 }) }),
  fc.record({
    act: fc.constant('press' as const),
    type: fc.constantFrom('send', 'continue', 'back', 'online', 'hidden', 'try_now'),
  }),
  fc.record({ act: fc.constant('begin' as const) }),
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
        if (step.act === 'begin') page.begin();
        if (step.act === 'press') page.do({ type: step.type });
        if (step.act === 'reload') {
          page.kill();
          page = openPage(storage);
        }
        if (step.act === 'type') {
          page.do({ type: 'typed', text: step.text });
          const { screen, sending, writing } = page.state();
          const isTaken = screen.name === 'question' && sending.phase === 'idle';
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

type DeviceAct =
  | { at: 0 | 1; act: 'type' | 'append' | 'reload' | 'wait' }
  | { at: 0 | 1; act: 'send' | 'continue' | 'use_other' | 'keep_mine' | 'hidden' };

const deviceActs: fc.Arbitrary<DeviceAct> = fc.record({
  at: fc.constantFrom(0, 1),
  act: fc.constantFrom(
    ...(['type', 'type', 'append', 'append', 'reload', 'wait'] as const),
    ...(['send', 'send', 'continue', 'use_other', 'keep_mine', 'hidden'] as const),
  ),
});

test('whatever two devices do at once, each text is an answer, a draft or kept as not sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deviceActs, { minLength: 5, maxLength: 30 }), async (told) => {
      const { server, openPage } = world();
      const storages = [memory(), memory()] as const;
      const pages = [
        await begun(() => openPage(storages[0])),
        await begun(() => openPage(storages[1])),
      ];
      /** What stands in a device's field, by device and question; and what a person typed over. */
      const typed = new Map<string, { question_id: string; text: string; at: 0 | 1 }>();
      const replaced: string[] = [];
      const saved = new Set<unknown>();
      let words = 0;

      const reload = async (at: 0 | 1) => {
        pages[at]?.kill();
        pages[at] = openPage(storages[at]);
        await pass(0);
      };
      for (const { at, act } of told) {
        const page = pages[at];
        if (!page) continue;
        const { screen, writing } = page.state();
        if (act === 'reload') await reload(at);
        else if (act === 'wait') await pass(2_000);
        else if (act !== 'type' && act !== 'append') page.do({ type: act });
        // Two texts are chosen from: there is no field.
        else if (writing && !writing.other && screen.name === 'question') {
          const { question_id } = writing;
          words += 1;
          const text = act === 'type' ? `<${words}>` : `${writing.text}<${words}>`;
          page.do({ type: 'typed', text });
          if (page.state().writing?.text !== text) continue;
          typed.set(`${at} ${question_id}`, { question_id, text, at });
          if (act === 'type' && writing.text) replaced.push(writing.text);
        }
        await pass(0);
      }
      await pass(60_000);
      // What a page says is saved is known without its device, which may be gone for good. Only an
      // answer from elsewhere takes the place of a draft.
      const isAnswered = (id: string) => server.answers.some((one) => one.question_id === id);
      for (const text of typed.values()) {
        const { writing } = pages[text.at]?.state() ?? initial;
        const isSaved = writing?.text === text.text && writing.version === writing.sent;
        if (isSaved && !writing.other && !isAnswered(text.question_id)) saved.add(text);
      }
      await reload(0);
      await reload(1);

      for (const one of typed.values()) {
        const { question_id, text, at } = one;
        const state = pages[saved.has(one) ? 1 - at : at]?.state() ?? initial;
        const places = [
          ...server.answers.map((answer) => ({ ...answer, text: answer.response_text })),
          ...[state.writing, state.writing?.other, ...state.unsent, server.draft()],
        ].flatMap((place) => (place?.question_id === question_id ? [place.text] : []));
        const isHeld = [...places, ...replaced].some((place) => place.startsWith(text));
        expect([told, text, isHeld]).toEqual([told, text, true]);
      }
      for (const page of pages) page.kill();
    }),
    { numRuns: 500 },
  );
});
