import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../shared/domain/errors.ts';
import { next } from '../../../web/candidate/machine/next.ts';
import { isStored } from '../../../web/candidate/machine/session.ts';
import type { State } from '../../../web/candidate/machine/state.ts';
import { events } from './events.ts';
import {
  answer,
  asking,
  result,
  sendingAnswer,
  session,
  states,
  waitingToSend,
  writing,
} from './states.ts';

const slow = (state: State) => next(state, { type: 'timer', timer: 'slow', at: 0 });
const silence = (state: State, question_id = 'q1') =>
  next(state, {
    type: 'unreachable',
    call: 'submit',
    content: { question_id },
    at: 0,
    after: 0,
  });
const refused = (state: State, code: ErrorCode) =>
  next(state, {
    type: 'refused',
    call: 'submit',
    content: { question_id: 'q1' },
    at: 0,
    body: { code },
  });
const started = (state: State, answers: string[]) =>
  next(state, {
    ...events.answer_start,
    body: { ...session, responses: answers.map((id) => answer(id, 'What I typed')) },
  });
const calls = ({ effects }: ReturnType<typeof next>) =>
  effects.flatMap((effect) => (effect.type === 'ask' ? [effect.call] : []));

describe('sending', () => {
  test('names the question and leaves the text as it is', () => {
    const text = ' 👩🏽‍💻 نص\n\n ';

    const { effects } = next(asking({ text }), { type: 'send' });

    expect(effects).toContainEqual({
      type: 'ask',
      call: 'submit',
      content: { session_id: 'session', question_id: 'q1', response_text: text },
    });
  });

  test.each([
    ['', 'empty'],
    [' \n\t', 'empty'],
    ['x'.repeat(20_001), 'long'],
    ['😀'.repeat(20_001), 'long'],
  ])('refuses %j… at once', (text, problem) => {
    const { state, effects } = next(asking({ text }), { type: 'send' });

    expect(state.screen).toMatchObject({ name: 'question', problem });
    expect(effects).toEqual([]);
  });

  test('counts characters, not UTF-16 units', () => {
    const sent = next(asking({ text: '😀'.repeat(20_000) }), { type: 'send' });

    expect(calls(sent)).toEqual(['submit']);
  });

  test('happens once on a double click', () => {
    const first = next(asking(), { type: 'send' });

    expect(calls(first)).toEqual(['submit']);
    expect(calls(next(first.state, { type: 'send' }))).toEqual([]);
  });

  test('shows an error only until the next keystroke', () => {
    const failed = next(asking({ text: '' }), { type: 'send' }).state;

    expect(next(failed, { type: 'typed', text: 'A' }).state.screen).toMatchObject({
      problem: null,
    });
  });
});

describe('an answer that arrived', () => {
  test('leads to its feedback and leaves of the draft only which question it was', () => {
    const { state, effects } = next(sendingAnswer(), events.answer_submit);

    expect(state.screen).toEqual({ name: 'feedback', question_id: 'q1' });
    expect(state.writing).toBeNull();
    expect(effects).toContainEqual({
      type: 'keep',
      draft: { question_id: 'q1', text: '', version: 0, sent: 0 },
    });
  });

  test('adds its follow-up question and fetches the rest of that', () => {
    const body = { ...events.answer_submit.body, next_question_id: 'q1b', total_questions: 4 };

    const arrived = next(sendingAnswer(), { ...events.answer_submit, body });

    expect(arrived.state.session).toMatchObject({ total_questions: 4 });
    expect(arrived.state.session?.questions.map(({ id }) => id).slice(0, 3)).toEqual([
      'q1',
      'q1b',
      'q2',
    ]);
    expect(calls(arrived)).toEqual(['start']);
  });

  test('late is recorded with its own question', () => {
    const later = { ...asking({ question_id: 'q2' }) };

    const { state } = next(later, { ...events.answer_submit, content: { question_id: 'q1' } });

    expect(state.screen).toBe(later.screen);
    expect(state.session?.responses).toMatchObject([
      { question_id: 'q1', feedback: 'Clear. Say more.' },
    ]);
  });
});

describe('a slow assessment', () => {
  test('shows after one second that the answer is being read', () => {
    const { state, effects } = slow(sendingAnswer(0));

    expect(state.sending.stage).toBe(1);
    expect(effects).toContainEqual({ type: 'wait', timer: 'slow', ms: 9_000 });
  });

  test('after ten seconds asks the server if it has the answer, and claims nothing before', () => {
    const long = slow(sendingAnswer(1));

    expect(calls(long)).toEqual(['start']);
    expect([long.state.sending.stage, isStored(long.state)]).toEqual([2, false]);
    expect(isStored(started(long.state, ['q1']).state)).toBe(true);
    expect(isStored(started(long.state, []).state)).toBe(false);
  });

  test('ends without feedback ten seconds later', () => {
    const stored = started(slow(sendingAnswer(1)).state, ['q1']).state;

    const { state } = slow(stored);

    expect(state.screen).toEqual({ name: 'feedback', question_id: 'q1' });
  });

  test('stays on the screen while the server does not have the answer, and asks again', () => {
    const unknown = started(slow(sendingAnswer(1)).state, []).state;

    const again = slow(unknown);

    expect(again.state.screen.name).toBe('question');
    expect(calls(again)).toEqual(['start']);
  });
});

describe('an answer that does not arrive', () => {
  test('is sent again after a wait, with the same text for the same question', () => {
    const lost = silence(sendingAnswer());
    const again = next(lost.state, { type: 'timer', timer: 'retry', at: 0 });

    expect(lost.effects).toContainEqual({ type: 'wait', timer: 'retry', ms: 1_000 });
    expect(again.effects).toContainEqual(
      expect.objectContaining({
        call: 'submit',
        content: { session_id: 'session', question_id: 'q1', response_text: 'What I typed' },
      }),
    );
  });

  test('is saved as a draft meanwhile, as that may get through', () => {
    expect(calls(silence(sendingAnswer()))).toEqual(['draft']);
  });

  test('waits twice as long each time, up to eight seconds', () => {
    let state = sendingAnswer();
    const waits: number[] = [];

    for (let attempt = 0; attempt < 6; attempt++) {
      const lost = silence(state);
      waits.push(
        ...lost.effects.flatMap((e) => (e.type === 'wait' && e.timer === 'retry' ? [e.ms] : [])),
      );
      state = next(lost.state, { type: 'timer', timer: 'retry', at: 0 }).state;
    }

    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  });

  test.each(['online', 'visible', 'try_now'] as const)('is sent at once on %s', (type) => {
    expect(calls(next(waitingToSend, { type }))).toContain('submit');
  });

  test('is not sent a second time while the first is still under way', () => {
    expect(calls(next(sendingAnswer(), { type: 'online' }))).not.toContain('submit');
  });

  test('is not affected by a late failure of an earlier question', () => {
    expect(silence(sendingAnswer(), 'q0').state).toEqual(sendingAnswer());
  });
});

describe('a question that was answered on another device', () => {
  const theirs = (state: State, response_text = 'Of the laptop', more = {}) =>
    next(state, {
      ...events.answer_start,
      body: { ...session, responses: [answer('q1', response_text)] },
      ...more,
    });
  const unsent = [{ question_id: 'q1', text: 'What I typed' }];
  const kept = { question_id: 'q1', text: 'What I typed', version: 12, sent: 12 };

  test.each([
    ['while it is written', asking()],
    ['while it is sent', sendingAnswer()],
    ['while it waits to be sent again', waitingToSend],
  ])('%s is shown beside the text typed here, which stays on the device', (_when, state) => {
    const { state: after, effects } = theirs(state);

    expect(after.screen).toEqual({
      name: 'answered_elsewhere',
      question_id: 'q1',
    });
    expect(after.unsent).toEqual(unsent);
    expect(effects).toContainEqual({ type: 'set_aside', unsent });
    expect(effects.some(({ type }) => type === 'keep' || type === 'forget')).toBe(false);
  });

  test('with a text that contains what was typed here leads to its feedback', () => {
    const { state } = theirs(asking(), 'What I typed, and what I typed there');

    expect(state.screen).toEqual({ name: 'feedback', question_id: 'q1' });
    expect(state.unsent).toEqual([]);
  });

  test('with a text that has what was typed here in its middle is shown beside it', () => {
    const { state } = theirs(asking({ text: 'I know' }), 'It is false that I know it.');

    expect(state.screen.name).toBe('answered_elsewhere');
    expect(state.unsent).toEqual([{ question_id: 'q1', text: 'I know' }]);
  });

  test('is found when the page is loaded, by the draft that this device has kept', () => {
    const { state } = theirs(states.loading as State, 'Of the laptop', { kept });

    expect(state.screen).toMatchObject({ name: 'answered_elsewhere', question_id: 'q1' });
    expect(state.unsent).toEqual(unsent);
  });

  test('does not promise that the device has the text if it stores nothing', () => {
    const { state } = theirs({ ...asking(), onDevice: false });

    expect(state).toMatchObject({ screen: { name: 'answered_elsewhere' }, onDevice: false });
  });

  test.each([{ status: 'evaluating' }, result] as const)(
    'and the interview $status: the text is kept, and the draft is not needed',
    (stage) => {
      const body = { ...session, ...stage, responses: [answer('q1', 'Of the laptop')] };
      const written = { question_id: 'q2', text: 'Typed for the next one' };

      const { state } = next(asking(written), { ...events.answer_start, body, kept });

      expect(state.screen.name).toBe(stage.status === 'completed' ? 'complete' : 'evaluating');
      expect(state.unsent).toEqual([written, ...unsent]);
    },
  );

  const draftRefused = (text = '') =>
    next(asking(), { ...events.refused, call: 'draft', content: { question_id: 'q1', text } });

  test('is told at the next rest to a person who has typed on', () => {
    expect(calls(draftRefused('What was sent'))).toEqual([]);
  });

  test('asks again if its answer could not be read', () => {
    const refused = draftRefused(asking().writing?.text);

    expect(calls(refused)).toEqual(['start']);
    expect(refused.effects).toContainEqual({ type: 'wait', timer: 'limit', ms: 1_000 });
    expect(refused.state.writing).toMatchObject({ inFlight: false, failures: 1 });
  });

  test('has no text twice, however often the page is loaded', () => {
    const once = theirs(states.loading as State, 'Of the laptop', { kept, unsent });

    expect(once.state.unsent).toEqual(unsent);
  });
});

test('a view of the session from before an answer does not take it away', () => {
  const responses = [answer('q1')];
  const feedback = states.feedback as State;

  expect(next(feedback, events.answer_start).state.session?.responses).toEqual(responses);
  const both = { ...events.answer_start, body: { ...session, responses: [answer('q2')] } };
  expect(next(feedback, both).state.session?.responses).toEqual([answer('q2'), answer('q1')]);
});

describe('a reload', () => {
  test('on feedback returns to that feedback', () => {
    const { state } = next(states.loading as State, {
      ...events.answer_start,
      body: { ...session, responses: [answer('q1', 'What I typed')] },
      kept: { question_id: 'q1', text: '', version: 12, sent: 12 },
    });

    expect(state.screen).toEqual({ name: 'feedback', question_id: 'q1' });
    expect(state.unsent).toEqual([]);
  });

  test('in another tab uses the text of the page where the device has none', () => {
    const sent = { sent: 12, inFlight: true, saved_at: '2026-11-24T13:02:00Z' };
    const elsewhere: State = { ...asking(sent), screen: { name: 'elsewhere' } };
    const taken = next(next(elsewhere, { type: 'take_over' }).state, { type: 'tab_held' }).state;
    const opened = next(taken, events.answer_open).state;

    const { state } = next(opened, events.answer_start);
    const kept = { ...sent, question_id: 'q1', text: 'What', version: 12 };
    const stale = next({ ...opened, onDevice: false }, { ...events.answer_start, kept });

    expect(state.writing).toMatchObject({ text: writing.text, version: 1, sent: 0 });
    expect(stale.state.writing?.text).toBe(writing.text);
  });
});

describe('a refusal', () => {
  test('of the text itself is shown, and the text stays', () => {
    const { state } = refused(sendingAnswer(), 'invalid_input');

    expect(state).toMatchObject({ screen: { problem: 'refused' }, sending: { phase: 'idle' } });
    expect(state.writing?.text).toBe('What I typed');
  });

  test('because the question is answered leads to that answer', () => {
    const moved = refused(sendingAnswer(), 'already_answered');

    expect(calls(moved)).toContain('start');
    expect(started(moved.state, ['q1']).state.screen).toEqual({
      name: 'feedback',
      question_id: 'q1',
    });
  });

  test('that this page does not know leads to a retry', () => {
    const { state } = refused(sendingAnswer(), 'conflict');

    expect(state.sending.phase).toBe('waiting');
  });
});

describe('the way on', () => {
  test.each(['feedback', 'answered elsewhere'])('leads from %s to the next question', (name) => {
    const { state, effects } = next(states[name] as State, { type: 'continue' });

    expect(state.writing?.question_id).toBe('q2');
    expect(effects).toContainEqual({ type: 'forget' });
  });

  test('plays that question if the person asked for that', () => {
    const feedback = states.feedback as State;
    const automatic = { ...feedback, sound: { ...feedback.sound, auto: true } };

    const { effects } = next(automatic, { type: 'continue' });

    expect(effects).toContainEqual({
      type: 'play',
      url: '/media/tts/q2.mp3',
      rate: 1,
      restart: true,
    });
  });

  test('never plays it automatically otherwise', () => {
    const { effects } = next(states.feedback as State, { type: 'continue' });

    expect(effects.some(({ type }) => type === 'play')).toBe(false);
  });

  test('leads from the last feedback to the evaluation', () => {
    const last = next(states['last feedback'] as State, { type: 'continue' });

    expect(last.state.screen.name).toBe('finishing');
    expect(calls(last)).toEqual(['complete']);
  });
});

describe('the evaluation', () => {
  const finishing = states.finishing as State;

  test('is shown as soon as it arrives', () => {
    const { state } = next(finishing, events.answer_complete);

    expect(state.screen).toMatchObject({ name: 'complete', result: { score: 72 } });
  });

  test('that is not ready is polled less and less often', () => {
    const body = { ...events.answer_complete.body, status: 'evaluating' as const };
    let step = next(finishing, { ...events.answer_complete, body });
    const waits: number[] = [];

    for (let look = 0; look < 7; look++) {
      waits.push(...step.effects.flatMap((effect) => (effect.type === 'wait' ? [effect.ms] : [])));
      const asked = next(step.state, { type: 'timer', timer: 'retry', at: 0 });
      step = next(asked.state, {
        ...events.answer_start,
        body: { ...session, status: 'evaluating' },
      });
    }

    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  test('survives a reload, as the start returns it again', () => {
    const { state } = next(states.loading as State, {
      ...events.answer_start,
      body: { ...session, ...result },
    });

    expect(state.screen).toMatchObject({ name: 'complete', result: { score: 72 } });
  });

  test('is offered again after a reload if all is answered but it was not requested', () => {
    const { state } = started(states.loading as State, ['q1', 'q2', 'q3']);

    expect(state.screen).toEqual({ name: 'feedback', question_id: 'q3' });
  });
});
