import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../shared/domain/errors.ts';
import { reconcile, saveState } from '../../../web/candidate/machine/draft.ts';
import { next } from '../../../web/candidate/machine/next.ts';
import type { State } from '../../../web/candidate/machine/state.ts';
import { events } from './events.ts';
import { answer, asking, session, states, writing } from './states.ts';

const type = (state: State, text: string) => next(state, { type: 'typed', text });
const timer = (state: State, name: 'rest' | 'limit') =>
  next(state, { type: 'timer', timer: name, at: 0 });
const saved = (state: State, version: number, text = 'More') =>
  next(state, {
    type: 'answer_draft',
    call: 'draft',
    content: { question_id: 'q1', version, text },
    at: 0,
    body: { saved_at: '2026-11-24T13:02:00Z' },
    kept: null,
  });
const lost = (state: State) =>
  next(state, {
    type: 'unreachable',
    call: 'draft',
    content: { question_id: 'q1' },
    at: 0,
    after: 0,
  });
const outdated = (state: State, text: string, version: number, asked = state.writing?.text ?? '') =>
  next(state, {
    type: 'refused',
    call: 'draft',
    content: { question_id: 'q1', text: asked },
    at: 0,
    body: { code: 'draft_outdated', draft: { question_id: 'q1', text, version } },
  });
const clean = asking({ version: 10, sent: 10 });

describe('a keystroke', () => {
  test('is kept on the device at once', () => {
    const { effects } = type(clean, 'More');

    expect(effects[0]).toEqual({
      type: 'keep',
      draft: { question_id: 'q1', text: 'More', version: 11, sent: 10 },
    });
  });

  test('reaches the server after a second and a half of rest', () => {
    const typed = type(clean, 'More');
    const rested = timer(typed.state, 'rest');

    expect(typed.effects).toContainEqual({ type: 'wait', timer: 'rest', ms: 1_500 });
    expect(rested.effects).toContainEqual({
      type: 'ask',
      call: 'draft',
      content: { session_id: 'session', question_id: 'q1', text: 'More', version: 11 },
    });
  });

  test('reaches the server even without rest, as only the first one sets the limit', () => {
    const first = type(clean, 'M');
    const second = type(first.state, 'Mo');

    expect(first.effects).toContainEqual({ type: 'wait', timer: 'limit', ms: 6_000 });
    expect(second.effects).not.toContainEqual({ type: 'wait', timer: 'limit', ms: 6_000 });
  });

  test('during a save sets the limit anew when that is over', () => {
    const typed = type(timer(type(clean, 'M').state, 'limit').state, 'Mo');

    expect(saved(typed.state, 11).effects).toContainEqual({
      type: 'wait',
      timer: 'limit',
      ms: 6_000,
    });
  });

  test('is not taken while the answer is being sent', () => {
    const sending = states.sending as State;

    expect(type(sending, 'Too late').state).toBe(sending);
  });
});

describe('saving', () => {
  test('sends one request at a time', () => {
    const first = timer(type(clean, 'More').state, 'rest');
    const again = timer(type(first.state, 'More still').state, 'rest');

    expect(again.effects).toEqual([]);
  });

  test('does not wait for the last request when the page is left', () => {
    const first = timer(type(clean, 'More').state, 'rest');
    const leaving = next(type(first.state, 'More still').state, { type: 'hidden' });

    expect(leaving.effects).toContainEqual({
      type: 'ask',
      call: 'draft',
      content: { session_id: 'session', question_id: 'q1', text: 'More still', version: 12 },
      leaving: true,
    });
  });

  test('continues with what was typed meanwhile', () => {
    const typed = type(timer(type(clean, 'More').state, 'rest').state, 'More still');

    const { effects } = saved(typed.state, 11);

    expect(effects).toContainEqual({ type: 'wait', timer: 'rest', ms: 1_500 });
  });

  test('records on the device what the server has', () => {
    const { effects } = saved(timer(type(clean, 'More').state, 'rest').state, 11);

    expect(effects).toEqual([
      {
        type: 'keep',
        draft: { question_id: 'q1', text: 'More', version: 11, sent: 11 },
      },
    ]);
  });

  test('that fails is retried, later each time', () => {
    const once = lost(timer(type(clean, 'More').state, 'rest').state);
    const twice = lost(timer(once.state, 'rest').state);

    // By the timer that typing on does not put off.
    expect(once.effects).toContainEqual({ type: 'wait', timer: 'limit', ms: 1_000 });
    expect(twice.effects).toContainEqual({ type: 'wait', timer: 'limit', ms: 2_000 });
  });

  test('that failed is retried at once when the network is back', () => {
    const failed = lost(timer(type(clean, 'More').state, 'rest').state);

    const { effects } = next(failed.state, { type: 'online' });

    expect(effects).toContainEqual(expect.objectContaining({ type: 'ask', call: 'draft' }));
  });
});

describe('the state of a draft is shown as', () => {
  test.each([
    ['nothing for an empty text', { text: '', version: 0, sent: 0 }, 'none'],
    ['saved, with what the server has', { saved_at: 'x', sent: 11 }, 'saved'],
    ['saved, even while typing continues', { saved_at: 'x', version: 11 }, 'saved'],
    ['on this device only, once a save has failed', { saved_at: 'x', failures: 1 }, 'device'],
    ['nowhere, if the browser does not store it either', { failures: 1 }, 'nowhere', false],
    ['nowhere, before the first save', {}, 'nowhere', false],
    [
      'nowhere, if only the server stores it and lacks the newest words',
      { saved_at: 'x' },
      'nowhere',
      false,
    ],
    [
      'saved, if only the server stores it and has all',
      { saved_at: 'x', sent: 11 },
      'saved',
      false,
    ],
    [
      'refused, once the server refuses the text',
      { saved_at: 'x', refused: writing.text },
      'refused',
    ],
    [
      'on this device only, once a refused text has changed',
      { saved_at: 'x', refused: 'Too long' },
      'device',
    ],
    [
      'saved, once a text after the refused one has arrived',
      { saved_at: 'x', sent: 11, refused: 'Too long' },
      'saved',
    ],
  ])('%s', (_sentence, change, said, onDevice = true) => {
    expect(saveState({ ...writing, ...change }, onDevice)).toBe(said);
  });
});

describe('a newer draft from another device', () => {
  test('that is the beginning of this text is not a conflict', () => {
    const typed = type(clean, 'Hello world');

    const { state, effects } = outdated(typed.state, 'Hello', 20);

    expect(state.writing).toMatchObject({ text: 'Hello world', version: 21, other: null });
    expect(effects).toContainEqual(expect.objectContaining({ call: 'draft' }));
  });

  test('with other words is offered beside this one, and nothing is sent', () => {
    const { state, effects } = outdated(type(clean, 'Mine').state, 'Theirs', 20);

    expect(state.writing).toMatchObject({ text: 'Mine', other: { text: 'Theirs' } });
    expect(effects.some(({ type }) => type === 'ask')).toBe(false);
    expect(timer(type(state, 'Mine too').state, 'rest').effects).toEqual([]);
  });

  test('interrupts nobody who has typed on: it is told at the next rest', () => {
    const typed = type(timer(type(clean, 'Mine').state, 'rest').state, 'Mine, and').state;

    const { state, effects } = outdated(typed, 'Theirs', 20, 'Mine');

    expect(state.writing).toMatchObject({ text: 'Mine, and', other: null, inFlight: false });
    expect(effects).toContainEqual({ type: 'wait', timer: 'limit', ms: 1_000 });
    expect(outdated(state, 'Theirs', 20).state.writing?.other?.text).toBe('Theirs');
  });

  test.each([
    ['use_other', 'Theirs'],
    ['keep_mine', 'Mine'],
  ] as const)('is resolved by %s, which keeps %s as the newest version', (choice, text) => {
    const torn = outdated(type(clean, 'Mine').state, 'Theirs', 20).state;

    const { state, effects } = next(torn, { type: choice });

    expect(state.writing).toMatchObject({ text, other: null });
    const left = text === 'Mine' ? 'Theirs' : 'Mine';
    const unsent = [{ question_id: 'q1', text: left }];
    expect(state.unsent).toEqual(unsent);
    expect(effects).toContainEqual({ type: 'set_aside', unsent });
    expect(effects).toContainEqual(
      expect.objectContaining({
        call: 'draft',
        content: expect.objectContaining({ text, version: 21 }),
      }),
    );
  });
});

describe('the text that this page itself has sent', () => {
  const waiting = timer(type(clean, 'More').state, 'rest').state;
  const cut = timer(type(lost(waiting).state, 'Mo').state, 'rest').state;

  test('comes back from a save whose reply was lost: nothing to choose, the newest is sent', () => {
    const { state, effects } = outdated(cut, 'More', 11);

    expect(state.writing).toMatchObject({ text: 'Mo', other: null });
    expect(effects).toContainEqual(
      expect.objectContaining({ content: expect.objectContaining({ text: 'Mo', version: 12 }) }),
    );
  });

  test('comes back late, after newer ones: nothing to choose', () => {
    const known = saved(cut, 12, 'Mo').state;
    const { state } = outdated(type(known, 'Less').state, 'Of nobody here', 12);

    expect(state.writing).toMatchObject({ text: 'Less', other: null });
  });

  test('may have been sent when the page was left, before it was loaded again', () => {
    const kept = { question_id: 'q1', text: 'Mine', version: 11, sent: 10 };
    const { state } = next(states.loading as State, {
      ...events.answer_start,
      body: { ...session, draft: { question_id: 'q1', text: 'M', version: 10 } },
      kept,
    });

    expect(outdated(type(state, 'Ours').state, 'Mine', 11).state.writing?.other).toBeNull();
  });
});

describe('two texts', () => {
  const two = asking({ text: 'Mine', other: { question_id: 'q1', text: 'Theirs', version: 20 } });

  test('are not sent before one is chosen, neither by the person nor again', () => {
    const waiting: State = {
      ...two,
      screen: { name: 'question', problem: null },
      sending: { phase: 'waiting', stage: 0, failures: 1 },
    };

    expect(next(two, { type: 'send' })).toEqual({ state: two, effects: [] });
    expect(next(waiting, { type: 'timer', timer: 'retry', at: 0 }).effects).toEqual([]);
    expect(next(waiting, { type: 'use_other' }).state.sending.phase).toBe('idle');
  });

  test('of which one contains the other leave nothing to set aside', () => {
    const longer = asking({
      text: 'Mine',
      other: { question_id: 'q1', text: 'Mine, and more', version: 20 },
    });

    expect(next(longer, { type: 'use_other' }).state.unsent).toEqual([]);
  });

  test('are both kept if the question is answered before one is chosen', () => {
    const { state } = next(two, {
      ...events.answer_start,
      body: { ...session, responses: [answer('q1', 'Of the tablet')] },
    });

    expect(state.unsent.map(({ text }) => text)).toEqual(['Mine', 'Theirs']);
  });
});

describe('a draft that is refused', () => {
  const refuse = (state: State, code: ErrorCode = 'invalid_input') =>
    next(state, {
      type: 'refused',
      call: 'draft',
      content: { question_id: 'q1', text: long },
      at: 0,
      body: { code },
    });
  const long = 'x'.repeat(25_000);
  const pasted = timer(type(clean, long).state, 'rest').state;

  test.each(['invalid_input', 'payload_too_large'] as const)(
    'as %s is not sent again as it is',
    (code) => {
      const { state, effects } = refuse(pasted, code);

      expect(saveState(state.writing ?? writing, true)).toBe('refused');
      expect(effects).toEqual([]);
      expect(timer(state, 'rest').effects).toEqual([]);
      expect(next(state, { type: 'online' }).effects).not.toContainEqual(
        expect.objectContaining({ call: 'draft' }),
      );
      expect(next(state, { type: 'hidden' }).effects).toEqual([]);
    },
  );

  test('is sent again once it has changed, and is saved', () => {
    const shortened = type(refuse(pasted).state, 'x'.repeat(10_000));

    expect(shortened.effects).toContainEqual({ type: 'wait', timer: 'rest', ms: 1_500 });
    const { effects, state } = timer(shortened.state, 'rest');
    expect(effects).toContainEqual(
      expect.objectContaining({ call: 'draft', content: expect.objectContaining({ version: 11 }) }),
    );
    const { state: after } = saved(state, 11, 'x'.repeat(10_000));
    expect(saveState(after.writing ?? writing, true)).toBe('saved');
  });

  test('after it has changed is sent again without another keystroke', () => {
    const changed = type(pasted, 'x'.repeat(10_000)).state;

    expect(refuse(changed).effects).toContainEqual({
      type: 'wait',
      timer: 'rest',
      ms: 1_500,
    });
  });
});

describe('coming back to a draft', () => {
  const server = (text: string, version: number) => ({ question_id: 'q1', text, version });
  const kept = (text: string, version: number, sent: number) => ({
    ...server(text, version),
    sent,
  });

  test.each([
    ['starts empty if there is none', null, null, '', null],
    ['takes the server’s if only that exists', server('Theirs', 5), null, 'Theirs', null],
    ['takes the device’s if only that exists', null, kept('Mine', 5, 0), 'Mine', null],
    ['takes the device’s if that continues', server('A', 5), kept('A b', 7, 5), 'A b', null],
    ['takes the server’s if newer', server('Theirs', 9), kept('Mine', 5, 5), 'Theirs', null],
    ['takes the device’s if newer', server('A b', 7), kept('A b c', 9, 5), 'A b c', null],
    [
      'offers both if both continued and the server’s is newer',
      server('Theirs', 9),
      kept('Mine', 7, 5),
      'Mine',
      'Theirs',
    ],
    [
      'offers both if both continued and the device’s is newer',
      server('Theirs', 7),
      kept('Mine', 9, 5),
      'Mine',
      'Theirs',
    ],
    [
      'keeps a text that was cut after a save whose reply was lost, and offers the longer one',
      server('A b', 1),
      kept('A', 2, 0),
      'A',
      'A b',
    ],
    [
      'keeps a cut text also if the longer one has its version, and offers that',
      server('A b', 1),
      kept('A', 1, 0),
      'A',
      'A b',
    ],
    [
      'offers a text that has the device’s somewhere inside',
      server('It is false that I know', 3),
      kept('I know', 1, 0),
      'I know',
      'It is false that I know',
    ],
    [
      'takes the server’s if that is newer and continues the device’s',
      server('A b', 3),
      kept('A', 2, 0),
      'A b',
      null,
    ],
    ['ignores one of another question', { ...server('Old', 9), question_id: 'q0' }, null, '', null],
  ])('%s', (_name, theirs, mine, text, other) => {
    const found = reconcile('q1', theirs, mine);

    expect([found.text, found.other?.text ?? null]).toEqual([text, other]);
  });

  test('never loses a text that only one side knows', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 });
    fc.assert(
      fc.property(text, text, fc.nat(9), fc.nat(9), fc.nat(9), (a, b, theirs, mine, sent) => {
        const known = Math.min(sent, mine);
        const found = reconcile('q1', server(a, theirs), kept(b, mine, known));
        const seen = [found.text, found.other?.text ?? ''];
        const holds = (wanted: string) => seen.some((one) => one.startsWith(wanted));

        // What the device has not sent is present, and so is what the server has gained since.
        if (mine > known) expect(holds(b)).toBe(true);
        if (theirs > known) expect(holds(a)).toBe(true);
      }),
    );
  });

  test('sets the device’s aside if another device has saved its own over it', () => {
    const { state } = next(states.loading as State, {
      ...events.answer_start,
      body: { ...session, draft: server('Theirs', 9) },
      kept: kept('Mine', 5, 5),
    });

    expect(state.writing).toMatchObject({ text: 'Theirs', other: null });
    expect(state.unsent).toEqual([{ question_id: 'q1', text: 'Mine' }]);
  });

  test('sends what only the device had to the server', () => {
    const { effects } = next(states.loading as State, {
      type: 'answer_start',
      call: 'start',
      content: { interview_id: 'interview' },
      at: 0,
      body: session,
      kept: { question_id: 'q1', text: 'Mine', version: 5, sent: 0 },
    });

    expect(effects).toContainEqual({ type: 'wait', timer: 'rest', ms: 1_500 });
  });
});

test('a late reply about another question’s draft changes nothing', () => {
  const { state } = next(clean, {
    type: 'answer_draft',
    call: 'draft',
    content: { question_id: 'q0', version: 99 },
    at: 0,
    body: { saved_at: '2026-11-24T13:02:00Z' },
    kept: null,
  });

  expect(state).toBe(clean);
});
