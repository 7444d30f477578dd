import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../shared/domain/errors.ts';
import type { Call, Timer } from '../../../web/candidate/machine/effect.ts';
import type { Event } from '../../../web/candidate/machine/event.ts';
import { next } from '../../../web/candidate/machine/next.ts';
import type { State } from '../../../web/candidate/machine/state.ts';
import { events } from './events.ts';
import { answer, opened, session, states } from './states.ts';

const calls: Call[] = ['open', 'start', 'submit', 'complete', 'draft', 'help'];
const timers: Timer[] = ['slow', 'retry', 'rest', 'limit', 'tick'];
const codes = [
  ...['link_invalid', 'link_replaced', 'link_expired', 'link_not_open', 'interview_cancelled'],
  ...['notice_required', 'invalid_input', 'already_answered', 'interview_completed', 'not_started'],
  ...['draft_outdated', 'conflict', 'something_new'],
] as ErrorCode[];
const asked = { content: { question_id: 'q1', version: 12 }, at: 2_000 };

/** Every event type, and those that vary by a field with each of its values. */
const variants: Event[] = [
  ...Object.values(events),
  ...timers.map((timer): Event => ({ type: 'timer', timer, at: 9_999_999 })),
  ...calls.map((call): Event => ({ type: 'unreachable', call, ...asked, after: 3_000 })),
  ...calls.flatMap((call) =>
    codes.map((code): Event => ({ type: 'refused', call, ...asked, body: { code } })),
  ),
  ...(['scheduled', 'in_progress', 'completed'] as const).map(
    (status): Event => ({ ...events.answer_open, body: { ...opened, status } }),
  ),
  ...(['started', 'evaluating', 'completed'] as const).map(
    (status): Event => ({
      ...events.answer_start,
      body: { ...session, status, responses: [answer('q1'), answer('q2'), answer('q3')] },
    }),
  ),
];

/** The facts that are true of every state, however it came about. */
const check = ({ screen, writing, session: known, opened: info, help }: State) => {
  if (screen.name === 'question') {
    expect(writing?.question_id).toBeTruthy();
    expect(known).not.toBeNull();
  }
  if (['feedback', 'finishing', 'evaluating', 'complete'].includes(screen.name)) {
    expect(known).not.toBeNull();
  }
  if (screen.name === 'welcome' || screen.name === 'practice') expect(info).not.toBeNull();
  if (screen.name === 'elsewhere') expect(help).toBeNull();
  if (writing) expect(writing.version).toBeGreaterThanOrEqual(writing.sent);
};

describe.each(Object.entries(states))('%s', (_name, state) => {
  test('accepts every two events in a row without breaking', () => {
    for (const first of variants) {
      const once = next(state, first);
      check(once.state);

      for (const second of variants) check(next(once.state, second).state);
    }
  });

  test('is not changed in place', () => {
    const before = structuredClone(state);

    for (const event of variants) next(state, event);

    expect(state).toEqual(before);
  });

  test('never loses a text: it stays, is sent, or is not forgotten on the device', () => {
    if (!state.writing) return;
    const { text } = state.writing;

    for (const event of variants) {
      if (event.type === 'typed' || event.type === 'use_other') continue;
      const { state: after, effects } = next(state, event);
      const isHeld = after.writing?.text === text;
      const isAnswered = after.session?.responses.some(({ question_id }) => question_id === 'q1');
      const isKept = !effects.some(({ type }) => type === 'forget');
      expect([event.type, isHeld || isAnswered || isKept]).toEqual([event.type, true]);
    }
  });

  test('sends no call twice for one event', () => {
    for (const event of variants) {
      const asks = next(state, event).effects.flatMap((effect) =>
        effect.type === 'ask' ? [effect.call] : [],
      );

      expect(new Set(asks).size).toBe(asks.length);
    }
  });
});

test('an event without a meaning on a screen changes nothing and has no effect', () => {
  const meaningless: [keyof typeof states, Event['type']][] = [
    ['welcome', 'send'],
    ['welcome', 'continue'],
    ['welcome', 'typed'],
    ['question', 'begin'],
    ['question', 'continue'],
    ['question', 'take_over'],
    ['question', 'keep_mine'],
    ['sending', 'send'],
    ['sending', 'typed'],
    ['waiting to send', 'typed'],
    ['feedback', 'send'],
    ['complete', 'continue'],
    ['complete', 'tab_lost'],
    ['expired', 'answer_start'],
    ['elsewhere', 'answer_start'],
    ['starting', 'begin'],
    ['unknown', 'try_now'],
  ];

  for (const [name, type] of meaningless) {
    const state = states[name];
    if (!state) throw new Error(`No state ${name}`);
    const { state: after, effects } = next(state, events[type]);
    expect([name, type, after === state, effects]).toEqual([name, type, true, []]);
  }
});
