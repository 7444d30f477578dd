import { afterEach, describe, expect, test, vi } from 'vitest';
import { depthOf } from '../../../web/candidate/machine/back.ts';
import { next } from '../../../web/candidate/machine/next.ts';
import type { State } from '../../../web/candidate/machine/state.ts';
import { backSteps } from '../../../web/candidate/runner/back.ts';
import { asking, states } from './states.ts';

afterEach(() => vi.unstubAllGlobals());

const from = (name: string): State => {
  const state = states[name];
  if (!state) throw new Error(`No state ${name}`);
  return state;
};

describe('the steps that Back takes inside the page', () => {
  test.each([
    ['welcome', 0],
    ['notice', 1],
    ['practice', 1],
    ['question', 1],
    ['asking for help', 2],
    ['feedback', 0],
    ['complete', 0],
  ])('%s: %i', (name, steps) => {
    expect(depthOf(from(name))).toBe(steps);
    expect(depthOf(asking({ text: '' }))).toBe(0);
  });

  test.each(['notice', 'practice'])('from the %s lead to the welcome', (name) => {
    expect(next(from(name), { type: 'back' }).state.screen.name).toBe('welcome');
  });

  test('from an answer that is being written lead nowhere', () => {
    expect(next(asking(), { type: 'back' })).toEqual({ state: asking(), effects: [] });
  });
});

/** The history of a tab: entries with their states, and where it is. */
const history = (later = (traverse: () => void) => traverse()) => {
  const entries: unknown[] = [null];
  let place = 0;
  let popped = () => {};
  const go = (by: number) =>
    later(() => {
      place += by;
      popped();
    });
  vi.stubGlobal('addEventListener', (_name: string, listener: () => void) => {
    popped = listener;
  });
  vi.stubGlobal('history', {
    get state() {
      return entries[place];
    },
    go,
    pushState: (state: unknown) => {
      entries.splice(++place, Number.POSITIVE_INFINITY, state);
    },
  });
  return { go, entries, place: () => place };
};

describe('the browser’s history', () => {
  test('has an entry for each step, and none left over after the page’s own Back', () => {
    const { entries, place } = history();
    const back = vi.fn();
    const tell = backSteps(back);

    for (const steps of [1, 2, 1, 0, 1, 0]) tell(steps);

    expect([place(), entries.length]).toEqual([0, 2]);
    expect(back).not.toHaveBeenCalled();
  });

  test('tells the page when the person goes back', () => {
    const { go } = history();
    const back = vi.fn(() => tell(0));
    const tell = backSteps(back);
    tell(1);

    go(-1);

    expect(back).toHaveBeenCalledOnce();
  });

  test('returns from an entry that was left by going forward', () => {
    const { go, place } = history();
    const back = vi.fn();
    const tell = backSteps(back);
    tell(1);
    tell(0);

    go(1);

    expect(place()).toBe(0);
    expect(back).not.toHaveBeenCalled();
  });

  test('begins anew after a reload', () => {
    const { place } = history();
    backSteps(() => {})(1);

    const tell = backSteps(() => {});
    tell(0);

    expect(place()).toBe(0);
  });

  test('is left alone while the page goes back in it, however often it is told', () => {
    const due: (() => void)[] = [];
    const { place } = history((traverse) => due.push(traverse));
    const back = vi.fn();
    const tell = backSteps(back);
    tell(1);

    for (const steps of [0, 0, 1]) tell(steps);
    while (due.length) due.shift()?.();

    expect(place()).toBe(1);
    tell(0);
    due.shift()?.();
    expect([place(), due]).toEqual([0, []]);
    expect(back).not.toHaveBeenCalled();
  });

  test('lets the second Back in a row leave an answer', () => {
    const { go, place } = history();
    const back = vi.fn();
    const tell = backSteps(back);
    tell(1);

    go(-1);

    expect(back).toHaveBeenCalledOnce();
    expect(place()).toBe(0);
  });
});
