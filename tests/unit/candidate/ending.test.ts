import { describe, expect, test } from 'vitest';
import { requestsAfter as ofTheServer } from '../../../shared/domain/window.ts';
import type { Opened, Refusal } from '../../../web/candidate/api/replies.ts';
import type { Event } from '../../../web/candidate/machine/event.ts';
import { next } from '../../../web/candidate/machine/next.ts';
import type { State } from '../../../web/candidate/machine/state.ts';
import { requestsAfter } from '../../../web/candidate/machine/timeouts.ts';
import { events } from './events.ts';
import {
  asking,
  opened,
  result,
  sendingAnswer,
  session,
  states,
  waitingToSend,
  writing,
} from './states.ts';

const minute = 60_000;
const end = Date.parse(opened.expires_at);
const begin = Date.parse(opened.server_time);

const from = (name: string): State => {
  const state = states[name];
  if (!state) throw new Error(`No state ${name}`);
  return state;
};
/** The device's clock when so many ms are left, by the server's. */
const atLeft = (left: number) => end - begin - left;
const checks = ({ ends, ...state }: State, left: number) =>
  next(
    { ...state, ends: { ...ends, told: Math.max(ends.told, 0) } },
    { type: 'timer', timer: 'end', at: atLeft(left) },
  );
/** The server's answer when so many ms are left until `expires_at`. */
const answers = (
  state: State,
  left: number,
  { expires_at, status }: Pick<Opened, 'expires_at' | 'status'> = opened,
) =>
  next(state, {
    ...events.answer_open,
    at: atLeft(left),
    body: { ...opened, expires_at, status, server_time: new Date(end - left).toISOString() },
  });
const calls = ({ effects }: ReturnType<typeof next>) =>
  effects.flatMap((effect) => (effect.type === 'ask' ? [effect.call] : []));
const pause = ({ effects }: ReturnType<typeof next>) =>
  effects.flatMap((effect) =>
    effect.type === 'wait' && effect.timer === 'end' ? [effect.ms] : [],
  );
const expired = (
  body: Partial<Refusal> = {},
  call: 'open' | 'help' = 'open',
): Event<'refused'> => ({
  type: 'refused',
  call,
  content: {},
  at: 0,
  body: {
    code: 'link_expired',
    expires_at: opened.expires_at,
    server_time: opened.expires_at,
    status: 'in_progress',
    ...body,
  },
});

describe('before the link ends', () => {
  test.each([
    ['ten', 10 * minute, 1],
    ['two', 2 * minute, 2],
  ])('the page asks the server %s minutes before, then tells it once', (_words, left, told) => {
    const before = { ...asking(), ends: { told: told - 1, at: 0 } };

    const due = checks(before, left);
    const given = answers(due.state, left - 200);
    const later = checks(given.state, left - minute);

    expect([calls(due), due.state.ends.told]).toEqual([['draft', 'open'], told - 1]);
    expect(given.state.ends).toEqual({ told, at: end - left + 200 });
    expect(answers(later.state, left - minute).state.ends).toEqual(given.state.ends);
  });

  test('the page waits for the next mark, but asks every five minutes whether the end moved', () => {
    const [near, far] = [12, 30].map((minutes) => answers(asking(), minutes * minute));

    expect([near, far].map((step) => step && pause(step))).toEqual([[2 * minute], [5 * minute]]);
    expect(calls(checks(asking({ sent: 12 }), 25 * minute))).toEqual(['open']);
  });

  test('a recruiter who gives more time takes the notice away', () => {
    const told = answers(asking(), 9 * minute).state;

    const moved = answers(told, minute, {
      ...opened,
      expires_at: new Date(end + 60 * minute).toISOString(),
    });

    expect([told.ends.told, moved.state.ends.told]).toEqual([1, 0]);
    expect(moved.state.opened?.expires_at).not.toBe(opened.expires_at);
    expect(pause(moved)).toEqual([5 * minute]);
  });

  test('a page that the server does not answer says what it knows', () => {
    const due = checks(asking(), 10 * minute);

    const { state } = next(due.state, {
      ...events.unreachable,
      call: 'open',
      at: atLeft(10 * minute),
    });

    expect(state.ends.told).toBe(1);
    expect(state.screen).toEqual(asking().screen);
  });

  test('a server that refuses to say more interrupts nobody', () => {
    for (const name of ['question', 'expired']) {
      const { state } = next(from(name), { ...expired(), body: { code: 'forbidden' } });
      expect(state.screen).toEqual(from(name).screen);
    }
  });

  test.each(['visible', 'online'] as const)('a device that slept asks on %s', (type) => {
    for (const name of ['welcome', 'practice', 'question', 'feedback']) {
      expect(calls(next(from(name), { type }))).toContain('open');
    }
  });

  test('a person who arrives late is told at once, from what the server just said', () => {
    const arrived = answers(from('loading'), 5 * minute);
    const held = next(arrived.state, { type: 'tab_held' });

    expect(pause(held)).toEqual([0]);
    const first = next(held.state, { type: 'timer', timer: 'end', at: atLeft(5 * minute) });
    expect([calls(first), first.state.ends.told]).toEqual([[], 1]);
  });

  test('the last words are sent some seconds before', () => {
    const told = { ...asking(), ends: { told: 2, at: 0 } };

    expect(pause(answers({ ...told, writing: { ...writing, sent: 12 } }, 10_000))).toEqual([7_000]);
    expect(calls(checks(told, 3_000))).toContain('draft');
  });

  test('the page asks at the end itself, and again while it is not refused', () => {
    const told = { ...asking({ sent: 12 }), ends: { told: 2, at: 0 } };

    expect(calls(checks(told, 0))).toEqual(['open']);
    expect(pause(answers(told, 0))).toEqual([4_000]);
  });
});

describe('at the end', () => {
  test('the text stays, and the page says what became of the interview', () => {
    const { state } = next(asking(), expired({ unsent_questions: [1] }));

    expect(state.writing?.text).toBe('What I typed');
    expect(state.screen).toMatchObject({
      name: 'closed',
      reason: 'expired',
      status: 'in_progress',
      unsent_questions: [1],
      mayAsk: true,
    });
  });

  test('a page opened later has the draft that this device kept', () => {
    const kept = { question_id: 'q2', text: 'On this device', version: 7, sent: 5 };

    const { state } = next(from('loading'), { ...expired(), kept });

    expect(state.writing).toMatchObject(kept);
  });

  test.each([
    ['completed', 0, false],
    ['in_progress', requestsAfter, true],
    ['in_progress', requestsAfter + 1, false],
    ['scheduled', requestsAfter, true],
  ] as const)('more time can be asked for: %s, %i ms later: %s', (status, later, may) => {
    const server_time = new Date(end + later).toISOString();

    const { state } = next(asking(), expired({ status, server_time }));

    expect(next(state, { type: 'help_open' }).state.help !== null).toBe(may);
  });

  test('is a day away from the last request, as on the server', () => {
    expect(requestsAfter).toBe(ofTheServer);
  });

  test('a request that is being written stays, and so does its text', () => {
    const help = { kind: 'more_time', message: 'Half an hour', problem: null } as const;
    const asked = { ...asking(), help: { ...help, status: 'writing' as const } };

    expect(next(asked, expired()).state.help).toMatchObject(help);
    expect(next(asked, expired({ status: 'completed' })).state.help).toBeNull();
  });

  test.each(['visible', 'online'] as const)('the page opens again on %s, with its text', (type) => {
    const over = next(asking(), expired()).state;

    const asked = next(over, { type });
    const again = answers(asked.state, 60 * minute, { ...opened, status: 'in_progress' });
    const held = next(again.state, { type: 'tab_held' });
    const { question_id, text, version, sent } = writing;
    const kept = { question_id, text, version, sent };
    const back = next(held.state, { ...events.answer_start, body: session, kept });

    expect([asked.state.screen, calls(asked)]).toEqual([over.screen, ['open']]);
    expect(back.state.screen.name).toBe('question');
    expect(back.state.writing?.text).toBe('What I typed');
  });

  test.each(['replaced', 'unknown', 'cancelled'])(
    'a link that is %s is not asked about',
    (name) => {
      expect(calls(next(from(name), { type: 'visible' }))).toEqual([]);
      expect(answers(from(name), minute).state.screen.name).toBe('closed');
    },
  );
});

describe('an answer on its way when the link ends', () => {
  const { question_id, text, version, sent: saved } = writing;
  const kept = { question_id, text, version, sent: saved };

  test.each([
    ['is being sent', sendingAnswer()],
    ['is to be sent again', waitingToSend],
  ])('is not known to be unsent while it %s', (_words, before) => {
    const over = next(before, expired({ unsent_questions: [] }));
    const asked = next(over.state, expired({ unsent_questions: [] }));

    for (const { state } of [over, asked]) {
      expect(state.writing).toMatchObject({ ...kept, isSent: true });
    }
  });

  test('is unsent if its only attempt is what was refused', () => {
    const refused = { ...expired(), call: 'submit' as const };

    expect(next(sendingAnswer(), refused).state.writing?.isSent).toBe(false);
    expect(next(asking(), expired()).state.writing?.isSent).toBe(false);
    const again = { ...sendingAnswer(), sending: { ...sendingAnswer().sending, failures: 1 } };
    expect(next(again, refused).state.writing?.isSent).toBe(true);
  });

  test('is no longer shown when it arrives, nor after a reload', () => {
    const over = next(sendingAnswer(), expired({ unsent_questions: [1] })).state;

    const late = next(over, events.answer_submit);
    const again = next(late.state, expired({ unsent_questions: [] }));

    expect(calls(late)).toContain('open');
    expect(again.state.writing).toBeNull();
    expect(again.effects).toContainEqual({ type: 'forget' });
  });

  test('does not take another text with it', () => {
    const over = next(asking({ text: 'Another' }), expired()).state;

    const late = next(over, events.answer_submit);
    const again = next(late.state, expired());

    expect(again.state.writing?.text).toBe('Another');
    expect(again.effects).not.toContainEqual({ type: 'forget' });
  });

  test.each([
    ['saved whole and not listed', version, [], true],
    ['not saved whole', saved, [], false],
    ['listed', version, [1], false],
    ['of a link of which no list is given', version, null, false],
  ] as const)('has arrived if its draft is %s', (_words, sent, listed, has) => {
    const body = expired(listed ? { unsent_questions: [...listed] } : {});

    const { state } = next(from('loading'), { ...body, kept: { ...kept, sent } });

    expect(state.writing === null).toBe(has);
  });
});

describe('what this device has', () => {
  const aside = { question_id: 'q1', text: 'Set aside' };
  const kept = { question_id: 'q2', text: 'On this device', version: 7, sent: 5 };

  test.each([
    ...(['link_expired', 'link_replaced', 'link_invalid', 'interview_cancelled'] as const),
    ...(['link_not_open'] as const),
  ])('is within reach after %s and a reload', (code) => {
    const { opens_at, server_time } = opened;
    const body = { ...expired().body, opens_at, server_time, code };

    const { state } = next(from('loading'), { ...expired(), body, kept, unsent: [aside] });

    expect([state.writing?.text, state.unsent]).toEqual(['On this device', [aside]]);
  });
});

describe('the tab is let go', () => {
  test.each<[string, Event]>([
    ['by a dead end', { ...expired(), body: { code: 'link_replaced' } }],
    ['at the end of the link', expired()],
    ['by a finished interview', { ...events.answer_start, body: { ...session, ...result } }],
  ])('%s', (_words, event) => {
    expect(next(asking(), event).effects).toContainEqual({ type: 'release' });
  });

  test('and asked for again when the link opens again', () => {
    const { effects } = answers(from('expired'), 60 * minute);

    expect(effects).toContainEqual({ type: 'hold', steal: false });
  });
});
