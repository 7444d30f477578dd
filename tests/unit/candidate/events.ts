import type { Event, EventType } from '../../../web/candidate/machine/event.ts';
import { opened, result, session, writing } from './states.ts';

const asked = <C extends string>(call: C) => ({
  call,
  content: { question_id: 'q1', response_text: writing.text },
  at: 1_000,
});

/** One event of every type. */
export const events: { [T in EventType]: Event<T> } = {
  boot: { type: 'boot', preferences: null },
  agree: { type: 'agree', agreed: true },
  begin: { type: 'begin' },
  practise: { type: 'practise' },
  typed: { type: 'typed', text: 'What I typed next' },
  send: { type: 'send' },
  use_other: { type: 'use_other' },
  keep_mine: { type: 'keep_mine' },
  continue: { type: 'continue' },
  try_now: { type: 'try_now' },
  take_over: { type: 'take_over' },
  back: { type: 'back' },
  help_open: { type: 'help_open' },
  help_change: { type: 'help_change', change: { kind: 'more_time' } },
  help_send: { type: 'help_send' },
  play: { type: 'play', url: '/media/tts/q1.mp3' },
  prefer: { type: 'prefer', change: { rate: 1.25 } },
  answer_open: { type: 'answer_open', ...asked('open'), body: opened, kept: null },
  answer_start: { type: 'answer_start', ...asked('start'), body: session, kept: null },
  answer_submit: {
    type: 'answer_submit',
    ...asked('submit'),
    kept: null,
    body: {
      next_question: 'What about q2?',
      next_question_id: 'q2',
      feedback: 'Clear. Say more.',
      feedback_detail: { strength: 'Clear.', tip: 'Say more.', evaluator: 'bedrock' as const },
      total_questions: 3,
    },
  },
  answer_complete: { type: 'answer_complete', ...asked('complete'), body: result, kept: null },
  answer_draft: {
    type: 'answer_draft',
    call: 'draft',
    content: { question_id: 'q1', version: 12 },
    at: 1_000,
    body: { saved_at: '2026-11-24T13:02:00Z' },
    kept: null,
  },
  answer_help: { type: 'answer_help', ...asked('help'), body: {}, kept: null },
  refused: { type: 'refused', ...asked('submit'), body: { code: 'already_answered' } },
  unreachable: { type: 'unreachable', ...asked('submit'), after: 0 },
  online: { type: 'online' },
  hidden: { type: 'hidden' },
  visible: { type: 'visible' },
  timer: { type: 'timer', timer: 'retry', at: 1_000 },
  tab_held: { type: 'tab_held' },
  tab_lost: { type: 'tab_lost' },
  device_refused: { type: 'device_refused' },
  sound: { type: 'sound', status: 'playing', url: '/media/tts/q1.mp3' },
};
