import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../shared/domain/errors.ts';
import type { Call, Timer } from '../../../web/candidate/machine/effect.ts';
import type { Event } from '../../../web/candidate/machine/event.ts';
import { next } from '../../../web/candidate/machine/next.ts';
import type { State } from '../../../web/candidate/machine/state.ts';
import { events } from './events.ts';
import { answer, opened, result, session, states } from './states.ts';

const calls: Call[] = ['open', 'start', 'submit', 'complete', 'draft', 'help'];
const timers: Timer[] = ['slow', 'retry', 'rest', 'limit', 'tick', 'end'];
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
  ...([{ status: 'started' }, { status: 'evaluating' }, result] as const).map(
    (stage): Event => ({
      ...events.answer_start,
      body: { ...session, ...stage, responses: [answer('q1'), answer('q2'), answer('q3')] },
    }),
  ),
];

/** What is not as it is in every state, however it came about; nothing if all is well. */
const faultsOf = ({ screen, writing, session: known, opened: info, help }: State): string[] => {
  const { name } = screen;
  const facts = {
    'a question is written on': name !== 'question' || Boolean(writing?.question_id && known),
    'what follows a question has a session':
      !['feedback', 'answered_elsewhere', 'finishing', 'evaluating', 'complete'].includes(name) ||
      known !== null,
    'a welcome is for an interview':
      !['welcome', 'notice', 'practice'].includes(name) || info !== null,
    'help is not over another tab': name !== 'elsewhere' || help === null,
    'the server is not ahead of the page': !writing || writing.version >= writing.sent,
  };
  return Object.entries(facts).flatMap(([fact, holds]) => (holds ? [] : [fact]));
};

/** Every text that a state holds besides the answers. */
const typedIn = ({ writing, unsent }: State): string[] =>
  [writing, writing?.other, ...unsent].flatMap((typed) => typed?.text ?? []);

describe.each(Object.entries(states))('%s', (_name, state) => {
  test('accepts every two events in a row without breaking', () => {
    // Collected: an assertion for each of a few hundred thousand steps would take its time.
    const faults: string[] = [];
    const check = (after: State) => faults.push(...faultsOf(after));

    for (const first of variants) {
      const once = next(state, first);
      check(once.state);
      for (const second of variants) check(next(once.state, second).state);
    }

    expect(faults).toEqual([]);
  });

  test('is not changed in place', () => {
    const before = structuredClone(state);

    for (const event of variants) next(state, event);

    expect(state).toEqual(before);
  });

  test('never loses a text: it is written on, answered, or kept as not sent', () => {
    const written = typedIn(state);

    for (const event of variants) {
      // A keystroke replaces the text, as the person wants.
      if (event.type === 'typed') continue;
      const { state: after } = next(state, event);
      const answers = after.session?.responses.map(({ response_text }) => response_text) ?? [];
      const left = [...typedIn(after), ...answers];
      expect([event, written.filter((text) => !left.includes(text))]).toEqual([event, []]);
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
    ['welcome', 'agree'],
    ['welcome', 'answer_start'],
    ['question', 'begin'],
    ['question', 'continue'],
    ['question', 'take_over'],
    ['question', 'keep_mine'],
    ['sending', 'send'],
    ['sending', 'typed'],
    ['waiting to send', 'typed'],
    ['feedback', 'send'],
    ['answered elsewhere', 'send'],
    ['answered elsewhere', 'answer_start'],
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
