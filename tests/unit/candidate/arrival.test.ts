import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../shared/domain/errors.ts';
import { currentNotice } from '../../../shared/domain/notice/versions.ts';
import { next } from '../../../web/candidate/machine/next.ts';
import { busy, initial, type State } from '../../../web/candidate/machine/state.ts';
import { events } from './events.ts';
import { opened, states } from './states.ts';

const from = (name: string): State => {
  const state = states[name];
  if (!state) throw new Error(`No state ${name}`);
  return state;
};
const effectTypes = (step: ReturnType<typeof next>) => step.effects.map(({ type }) => type);
const opens = (state: State, change: Partial<typeof opened> = {}) =>
  next(state, { ...events.answer_open, body: { ...opened, ...change } });
const refusal = (code: ErrorCode, more: Record<string, string> = {}) =>
  ({ type: 'refused', call: 'open', content: {}, at: 500, body: { code, ...more } }) as const;

describe('a link that is good', () => {
  test('asks for the tab before it shows the welcome', () => {
    const asked = opens(from('loading'));
    const held = next(asked.state, { type: 'tab_held' });

    expect(asked.effects).toContainEqual({ type: 'hold', steal: false });
    expect(asked.state.screen.name).toBe('loading');
    expect(held.state.screen.name).toBe('welcome');
  });

  test('goes straight back into an interview that has begun', () => {
    const held = next(opens(from('loading'), { status: 'in_progress' }).state, {
      type: 'tab_held',
    });

    expect(held.effects).toEqual([
      { type: 'ask', call: 'start', content: { interview_id: 'interview' } },
    ]);
  });

  test('reads a finished interview without holding the tab', () => {
    const read = opens(from('loading'), { status: 'completed' });

    expect(effectTypes(read)).toContain('ask');
    expect(effectTypes(read)).not.toContain('hold');
  });

  test('switches to the interview’s language', () => {
    const heard = opens(from('loading'), { language: 'hi-IN' });

    expect(heard.effects).toContainEqual({ type: 'translate', language: 'hi-IN' });
  });
});

describe('a link that is refused', () => {
  test.each<[ErrorCode, string]>([
    ['link_invalid', 'unknown'],
    ['link_replaced', 'replaced'],
    ['link_expired', 'expired'],
    ['interview_cancelled', 'cancelled'],
  ])('shows for %s that it is %s', (code, reason) => {
    const { state } = next(from('loading'), refusal(code));

    expect(state.screen).toMatchObject({ name: 'closed', reason });
  });

  test('shows until when it was open', () => {
    const expires_at = '2026-11-24T16:00:00Z';

    const { state } = next(from('loading'), refusal('link_expired', { expires_at }));

    expect(state.screen).toMatchObject({ expires_at });
  });

  test('in the middle of an answer keeps the text for a download', () => {
    const { state } = next(from('sending'), {
      ...refusal('link_replaced'),
      call: 'submit',
    });

    expect(state.screen.name).toBe('closed');
    expect(state.writing?.text).toBe('What I typed');
  });
});

describe('a visit that is too early', () => {
  const early = (at = 500) =>
    next(from('loading'), {
      ...refusal('link_not_open', {
        opens_at: '2026-11-24T13:45:00Z',
        server_time: '2026-11-24T13:44:50Z',
      }),
      at,
    });
  const ticks = (state: State, at: number) => next(state, { type: 'timer', timer: 'tick', at });

  test('counts down by the server’s clock, whatever this device’s clock shows', () => {
    const { state } = early(1_000_000);

    const { state: later } = ticks(state, 1_004_000);

    expect(later.screen).toMatchObject({ name: 'early', remaining: 6_000 });
  });

  test('opens automatically at the end and keeps the screen until the reply arrives', () => {
    const due = ticks(early(0).state, 10_000);

    expect(due.effects).toContainEqual({ type: 'ask', call: 'open', content: {} });
    expect(due.state.screen).toMatchObject({ name: 'early', remaining: 0 });
    expect(opens(due.state).effects).toContainEqual({
      type: 'hold',
      steal: false,
    });
  });

  test('asks only once while the reply is on its way', () => {
    const due = ticks(early(0).state, 10_000);

    const after = ticks(due.state, 11_000);

    expect(effectTypes(after)).toEqual(['wait']);
  });

  test('corrects the countdown every five minutes', () => {
    const far = next(
      from('loading'),
      refusal('link_not_open', {
        opens_at: '2026-11-25T13:45:00Z',
        server_time: '2026-11-24T13:44:50Z',
      }),
    ).state;

    expect(effectTypes(ticks(far, 300_000))).toEqual(['wait']);
    expect(effectTypes(ticks(far, 300_500))).toContain('ask');
  });

  test('waits at least a second before it asks again', () => {
    const rounded = next(
      from('loading'),
      refusal('link_not_open', {
        opens_at: '2026-11-24T13:45:00Z',
        server_time: '2026-11-24T13:45:00Z',
      }),
    );

    expect(rounded.effects).toContainEqual({ type: 'wait', timer: 'tick', ms: 1_000 });
    expect(effectTypes(rounded)).not.toContain('ask');
  });

  test('shows a link that does not work if the refusal has no times', () => {
    const { state } = next(from('loading'), refusal('link_not_open'));

    expect(state.screen).toMatchObject({ name: 'closed', reason: 'unknown' });
  });

  test('is shown again when the interview is moved while it is in progress', () => {
    const { state } = next(from('question'), {
      ...refusal('link_not_open', {
        opens_at: '2026-11-24T13:45:00Z',
        server_time: '2026-11-24T13:00:00Z',
      }),
      call: 'draft',
    });

    expect(state.screen.name).toBe('early');
    expect(state.writing?.text).toBe('What I typed');
  });
});

describe('a server that does not answer', () => {
  const silent = { type: 'unreachable', call: 'open', content: {}, at: 0, after: 0 } as const;

  test.each([1, 2, 3, 4, 5])('is asked again after 1, 2, 4, then 8 seconds: %i', (attempt) => {
    let state: State = from('initial');
    const waits: number[] = [];

    for (let n = 0; n < attempt; n++) {
      state = next(state, n === 0 ? events.boot : { type: 'timer', timer: 'retry', at: 0 }).state;
      const lost = next(state, silent);
      state = lost.state;
      waits.push(...lost.effects.flatMap((e) => (e.type === 'wait' ? [e.ms] : [])));
    }

    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 8_000].slice(0, attempt));
  });

  test('gets the time it asks for, up to two minutes', () => {
    const asked = (after: number) =>
      next(from('loading'), { ...silent, after }).effects.find(({ type }) => type === 'wait');

    expect(asked(30_000)).toMatchObject({ ms: 30_000 });
    expect(asked(86_400_000)).toMatchObject({ ms: 120_000 });
  });

  test.each(['online', 'visible', 'try_now'] as const)('is asked at once on %s', (type) => {
    const again = next(from('loading after a failure'), { type });

    expect(effectTypes(again)).toContain('ask');
  });
});

describe('the notice', () => {
  test('is read after the welcome, and nothing is sent before it', () => {
    const { state, effects } = next(from('welcome'), { type: 'begin' });

    expect(state.screen.name).toBe('notice');
    expect(effects).toEqual([]);
  });

  test('does not start the interview before it is accepted, whatever the server asks for', () => {
    const waiting: State = { ...from('notice'), sending: { ...busy, phase: 'waiting' } };

    const { state, effects } = next(waiting, { type: 'begin' });

    expect(state.screen).toMatchObject({ name: 'notice', problem: 'notice' });
    // Nor does the page say that it will be started.
    expect(state.sending.phase).toBe('idle');
    expect(effects).toEqual([]);
  });

  test('starts the interview once it is accepted, with the version that was on the screen', () => {
    const agreed = next(from('notice without consent'), { type: 'agree', agreed: true }).state;

    expect(agreed.screen).toMatchObject({ problem: null });
    expect(next(agreed, { type: 'begin' }).effects).toContainEqual({
      type: 'ask',
      call: 'start',
      content: { interview_id: 'interview', notice_version: currentNotice },
    });
  });

  test('leads back to the welcome, which comes back to it with the consent as it was', () => {
    const agreed = next(from('notice'), { type: 'agree', agreed: true }).state;

    const welcome = next(agreed, { type: 'back' }).state;

    expect(welcome.screen.name).toBe('welcome');
    expect(next(welcome, { type: 'begin' }).state).toMatchObject({ agreed: true });
  });

  test('waits on the welcome for nothing that was asked before the way back', () => {
    const { state } = next(from('starting'), { type: 'back' });

    expect(next(state, events.answer_start).state.screen.name).toBe('welcome');
  });

  test('tries to start again automatically after a conflict', () => {
    const { state } = next(from('starting'), { ...refusal('conflict'), call: 'start' });

    expect(state).toMatchObject({ screen: { name: 'notice' }, sending: { phase: 'waiting' } });
  });

  test.each(['starting', 'loading'])('is shown when the server asks for it: %s', (name) => {
    const state = { ...from(name), opened };

    const asked = next(state, { ...refusal('notice_required'), call: 'start' });

    expect(asked.state.screen).toMatchObject({ name: 'notice', problem: 'notice' });
  });
});

describe('two tabs', () => {
  test('leave the second with an offer to take over, and nothing else', () => {
    const second = next(opens(from('loading')).state, { type: 'tab_lost' });

    expect(second.state.screen.name).toBe('elsewhere');
    expect(effectTypes(second)).not.toContain('ask');
  });

  test('make the one that takes over read the state again, as the other may have continued', () => {
    const taken = next(from('elsewhere'), { type: 'take_over' });
    const held = next(taken.state, { type: 'tab_held' });

    expect(taken.effects).toContainEqual({ type: 'hold', steal: true });
    expect(held.effects).toContainEqual({ type: 'ask', call: 'open', content: {} });
  });

  test('make the one that waited continue by itself when the other lets go', () => {
    const held = next(from('elsewhere'), { type: 'tab_held' });

    expect(held.effects).toContainEqual({ type: 'ask', call: 'open', content: {} });
    expect(opens(held.state).effects).toContainEqual({
      type: 'hold',
      steal: false,
    });
  });

  test('make the first stop even in the middle of an answer', () => {
    const lost = next(from('waiting to send'), { type: 'tab_lost' });

    expect(lost.state.screen.name).toBe('elsewhere');
    expect(lost.effects).toContainEqual({ type: 'stop', timer: 'retry' });
    expect(effectTypes(next(lost.state, { type: 'online' }))).toEqual([]);
  });

  test('can both show a finished interview', () => {
    expect(next(from('complete'), { type: 'tab_lost' }).state.screen.name).toBe('complete');
  });
});

test('preferences of the last visit are applied at the start', () => {
  const { state } = next(initial, {
    type: 'boot',
    preferences: { rate: 1.5, auto: true, textOnly: false },
  });

  expect(state.sound).toMatchObject({ rate: 1.5, auto: true });
});
