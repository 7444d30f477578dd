import { describe, expect, test } from 'vitest';
import { next } from '../../../web/candidate/machine/next.ts';
import type { State } from '../../../web/candidate/machine/state.ts';
import { events } from './events.ts';
import { asking, states } from './states.ts';

const url = '/media/tts/q1.mp3';
const sounding = (
  status: State['sound']['status'],
  change: Partial<State['sound']> = {},
): State => {
  const state = asking();
  return { ...state, sound: { ...state.sound, status, url, ...change } };
};

describe('sound', () => {
  test.each([
    ['starts from the beginning', 'idle', { type: 'play', url, rate: 1, restart: true }],
    ['pauses what plays', 'playing', { type: 'pause' }],
    ['resumes where it paused', 'paused', { type: 'play', url, rate: 1, restart: false }],
    ['starts again after the end', 'ended', { type: 'play', url, rate: 1, restart: true }],
    ['tries again after a failure', 'failed', { type: 'play', url, rate: 1, restart: true }],
  ] as const)('played with Play %s', (_sentence, status, effect) => {
    expect(next(sounding(status), { type: 'play', url }).effects).toEqual([effect]);
  });

  test('played with Replay starts from the beginning, even while playing', () => {
    const { effects } = next(sounding('playing'), { type: 'play', url, restart: true });

    expect(effects).toEqual([{ type: 'play', url, rate: 1, restart: true }]);
  });

  test('gets a new speed at once, which is stored', () => {
    const { effects } = next(sounding('playing'), { type: 'prefer', change: { rate: 1.5 } });

    expect(effects).toEqual([
      { type: 'prefer', preferences: { rate: 1.5, auto: false, textOnly: false } },
      { type: 'play', url, rate: 1.5, restart: false },
    ]);
  });

  test('pauses when text only is chosen', () => {
    const { effects } = next(sounding('playing'), { type: 'prefer', change: { textOnly: true } });

    expect(effects).toContainEqual({ type: 'pause' });
  });

  test.each(['failed', 'blocked'] as const)(
    'that %s changes neither the screen nor the text',
    (status) => {
      const state = asking();

      const { state: after, effects } = next(state, { type: 'sound', status, url });

      expect(after.screen).toBe(state.screen);
      expect(after.writing).toBe(state.writing);
      expect(effects).toEqual([]);
    },
  );

  test('stops when the answer is sent', () => {
    expect(next(sounding('playing'), { type: 'send' }).effects).toContainEqual({ type: 'pause' });
  });
});

describe('a request for more time or another format', () => {
  const open = next(asking(), { type: 'help_open' }).state;
  const chosen = next(open, { type: 'help_change', change: { kind: 'more_time' } }).state;

  test('opens over the question, which stays as it is', () => {
    expect(open.help).not.toBeNull();
    expect(open.screen).toEqual(asking().screen);
    expect(next(open, { type: 'back' }).state).toEqual(asking());
  });

  test('opens with what the page suggests, else as it was left', () => {
    const written = next(chosen, { type: 'help_change', change: { message: 'Please' } }).state;
    const left = next(written, { type: 'back' }).state;

    expect(next(asking(), { type: 'help_open', kind: 'other_format' }).state.help?.kind).toBe(
      'other_format',
    );
    expect(next(left, { type: 'help_open' }).state.help).toEqual(written.help);
  });

  test('is not there again once it was sent', () => {
    const written = next(chosen, { type: 'help_change', change: { message: 'Please' } }).state;
    const sent = next(next(written, { type: 'help_send' }).state, events.answer_help).state;
    const left = next(sent, { type: 'back' }).state;

    expect(sent.help?.status).toBe('sent');
    expect(next(left, { type: 'help_open' }).state.help).toEqual(open.help);
    const leaving = next(next(written, { type: 'help_send' }).state, { type: 'back' }).state;
    const after = next(leaving, { ...events.answer_help }).state;
    expect(next(after, { type: 'help_open' }).state.help).toEqual(open.help);
  });

  test('for something else has to say for what', () => {
    const other = next(open, {
      type: 'help_change',
      change: { kind: 'other', message: ' ' },
    }).state;
    const said = next(other, { type: 'help_change', change: { message: 'A quiet room' } }).state;

    const refused = next(other, { type: 'help_send' });

    expect([refused.state.help?.problem, refused.effects]).toEqual(['helpMessageMissing', []]);
    expect(next(said, { type: 'help_send' }).effects).toHaveLength(1);
  });

  test.each([
    ['too_many_requests', 'helpTooMany'],
    ['invalid_input', 'failed'],
  ] as const)('that is refused with %s says so', (code, status) => {
    const sent = next(chosen, { type: 'help_send' }).state;

    const { state } = next(sent, { ...events.refused, call: 'help', body: { code } });

    expect(state.help).toMatchObject({ status, kind: 'more_time' });
  });

  test('for an interview that is complete shows that instead', () => {
    const sent = next(chosen, { type: 'help_send' }).state;

    const { state, effects } = next(sent, {
      ...events.refused,
      call: 'help',
      body: { code: 'interview_completed' },
    });

    expect(state.help).toBeNull();
    expect(effects).toContainEqual({ type: 'ask', call: 'open', content: {} });
  });

  test('is refused until it says what is needed', () => {
    const { state, effects } = next(open, { type: 'help_send' });

    expect(state.help?.problem).toBe('helpKindMissing');
    expect(effects).toEqual([]);
  });

  test('is sent once', () => {
    const first = next(chosen, { type: 'help_send' });

    expect(first.effects).toEqual([
      { type: 'ask', call: 'help', content: { kind: 'more_time', message: '' } },
    ]);
    expect(next(first.state, { type: 'help_send' }).effects).toEqual([]);
  });

  test('that arrives late leaves another one alone', () => {
    const first = { kind: 'other' as const, message: 'Large letters', problem: null };
    const writing: State = { ...asking(), help: { ...first, status: 'writing' } };

    expect(next(writing, events.answer_help).state.help).toEqual(writing.help);
  });

  test('that fails keeps its text for another attempt', () => {
    const written = next(chosen, { type: 'help_change', change: { message: 'Please' } }).state;
    const sent = next(written, { type: 'help_send' }).state;

    const { state } = next(sent, {
      type: 'unreachable',
      call: 'help',
      content: {},
      at: 0,
      after: 0,
    });

    expect(state.help).toMatchObject({ status: 'failed', kind: 'more_time', message: 'Please' });
  });

  test('can still be made with an expired link, but not with an unknown one', () => {
    expect(next(states.expired as State, { type: 'help_open' }).state.help).not.toBeNull();
    expect(next(states.unknown as State, { type: 'help_open' }).state.help).toBeNull();
  });
});

describe('practice', () => {
  const practice = states.practice as State;

  test('sends nothing anywhere', () => {
    const { state, effects } = next(practice, { type: 'send' });

    expect(state.screen).toMatchObject({ done: true });
    expect(effects).toEqual([{ type: 'pause' }]);
  });

  test('stores nothing either', () => {
    expect(next(practice, { type: 'typed', text: 'Tea and toast' }).effects).toEqual([]);
  });

  test('still has its text when one comes back to it', () => {
    const left = next(practice, { type: 'back' }).state;

    const again = next(left, { type: 'practise' }).state;

    expect([again.screen.name, again.practised]).toEqual(['practice', 'Tea']);
  });

  test('leads back to the welcome with the consent as it was', () => {
    const { state } = next({ ...practice, agreed: true }, { type: 'back' });

    expect(state.screen.name).toBe('welcome');
    expect(state.agreed).toBe(true);
  });
});
