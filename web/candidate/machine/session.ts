import type { Answer, Question, Started } from '../api/replies.ts';
import { blank, keep, reconcile, saveSoon } from './draft.ts';
import { also, ask, type Effect, enter, request, type Step, step, wait } from './effect.ts';
import type { Event } from './event.ts';
import type { Kept, State } from './state.ts';
import { pollPause } from './timeouts.ts';
import { holds, setAside } from './unsent.ts';

/** The answer to a question, once the server has it. */
export const answerOf = (session: Started | null, question_id: string): Answer | undefined =>
  session?.responses.find((response) => response.question_id === question_id);

/** The first question without an answer. */
export const firstOpen = (session: Started): Question | undefined =>
  session.questions.find(({ id }) => !answerOf(session, id));

/** Whether the server has the answer that the page still waits to hear of. */
export const isStored = ({ session, writing }: State): boolean =>
  !!writing && !!answerOf(session, writing.question_id);

/** The number of a question, from 1. */
export const numberOf = (session: Started, question_id: string): number =>
  session.questions.findIndex(({ id }) => id === question_id) + 1;

/** Asks for the server's full view of the session. */
export const refresh = ({ opened }: State): Effect[] =>
  opened ? [ask('start', { interview_id: opened.interview_id })] : [];

/**
 * Goes back to the answer that this device left, then to the first question without an answer; with
 * none left, to the last feedback.
 */
export const resume = (state: State, kept?: Kept | null): Step => {
  const { session, sound } = state;
  if (kept && answerOf(session, kept.question_id)) return answered(state, kept);
  const question = session && firstOpen(session);
  if (!question) {
    const question_id = session?.questions.at(-1)?.id ?? '';
    return enter(state, { name: 'feedback', question_id });
  }
  const writing = reconcile(question.id, session.draft, kept);
  const { audio_url: url } = question;
  const { rate, auto, textOnly } = sound;
  const play: Effect[] =
    auto && !textOnly && url ? [{ type: 'play', url, rate, restart: true }] : [];
  // Another device may have saved its draft over this one's unseen: versions are each device's own.
  const safe = setAside({ ...state, writing }, kept);
  return enter(
    { ...safe, sound: { ...sound, status: 'idle', url: null } },
    { name: 'question', problem: null },
    ...saveSoon(writing),
    ...play,
  );
};

const evaluating = (state: State, polls: number): Step =>
  enter(state, { name: 'evaluating', polls }, wait('retry', pollPause(polls)));

/** The device need not keep the draft any longer. */
export const forget: Effect = { type: 'forget' };

/** The server's full view of the session: after a start, a resume, a check or a poll. */
export const started = (
  before: State,
  { body, at, kept, unsent = [] }: Event<'answer_start'>,
): Step => {
  const { screen, sending, writing, onDevice } = before;
  const known = before.session?.responses ?? [];
  // What is known of an answer is kept if the server's list, which may be a late one, contains less.
  const responses = [
    ...body.responses.map((one) => ({ ...answerOf(before.session, one.question_id), ...one })),
    ...known.filter(({ question_id }) => !answerOf(body, question_id)),
  ];
  const session = { ...body, responses };
  const clock = Date.parse(body.server_time) - at;
  const state = setAside({ ...before, session, clock }, ...unsent);
  const over = setAside({ ...state, writing: null }, writing, writing?.other, kept);
  if (body.status === 'completed') {
    return enter(over, { name: 'complete', result: body }, forget);
  }
  if (body.status === 'evaluating') {
    return evaluating(over, screen.name === 'evaluating' ? screen.polls + 1 : 0);
  }
  if (screen.name === 'feedback') return step(state);
  if (screen.name !== 'question' || !writing) {
    // Where the device stores nothing, the page itself has the newer text.
    return resume(state, onDevice ? (kept ?? writing) : (writing ?? kept));
  }
  const answer = answerOf(session, writing.question_id);
  if (!answer) return step(state);
  // Stored, but its feedback is not ready yet.
  const isRead = sending.phase === 'sending' && holds(answer.response_text, writing.text);
  return isRead ? step(state) : answered(state, writing);
};

/**
 * The server has an answer to the question of this draft. If that lacks the text typed here, both
 * are shown. The device keeps which question it was until the person continues.
 */
export const answered = (before: State, { question_id, text }: Kept): Step => {
  const other = before.writing?.other;
  const state = setAside({ ...before, writing: null }, { question_id, text }, other);
  const answer = answerOf(before.session, question_id);
  if (!answer || !holds(answer.response_text, text)) {
    return enter(state, { name: 'answered_elsewhere', question_id });
  }
  return enter(state, { name: 'feedback', question_id }, keep({ ...blank, question_id }));
};

/** Asks for the evaluation. */
export const complete = (state: State): Step =>
  request(
    state,
    { name: 'finishing' },
    ask('complete', { session_id: state.session?.session_id ?? '' }),
  );

/** Continues after an answer: to the next question, or after the last one to the evaluation. */
export const proceed = (state: State): Step => {
  const { session } = state;
  if (!session) return step(state);
  return also(firstOpen(session) ? resume(state) : complete(state), forget);
};

/** The evaluation is here, or will be completed without the person. */
export const completed = (state: State, { body }: Event<'answer_complete'>): Step => {
  if (body.status === 'evaluating') return evaluating(state, 0);
  // The server's view of the session has when each answer arrived.
  return enter(state, { name: 'complete', result: body }, ...refresh(state));
};
