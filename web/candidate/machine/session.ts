import type { Answer, Question, Started } from '../api/replies.ts';
import { reconcile, saveSoon } from './draft.ts';
import { type Effect, type Step, show, step, stop, wait } from './effect.ts';
import type { EventOf } from './event.ts';
import { pollPause } from './patience.ts';
import { idle, type Kept, type ScreenName, type State, sending } from './state.ts';

/** The answer to a question, once the server has it. */
export const answerOf = (session: Started | null, question_id: string): Answer | undefined =>
  session?.responses.find((response) => response.question_id === question_id);

/** The first question without an answer. */
export const firstOpen = (session: Started): Question | undefined =>
  session.questions.find(({ id }) => !answerOf(session, id));

/** From 1, as the candidate counts. */
export const numberOf = (session: Started, question_id: string): number =>
  session.questions.findIndex(({ id }) => id === question_id) + 1;

const settle: Effect[] = [stop('slow'), stop('retry'), stop('rest'), stop('limit'), stop('tick')];

/** Everything that runs in the background ends: for screens on which nothing goes on. */
export const quiet: Effect[] = [...settle, { type: 'pause' }];

/** What is known of an answer is kept where the server's list says less. */
const withKnown = (known: Started | null, session: Started): Started => ({
  ...session,
  responses: session.responses.map((response) => ({
    ...answerOf(known, response.question_id),
    ...response,
  })),
});

/** Goes to the first question without an answer; with none left, to the last feedback. */
export const resume = (state: State, kept: Kept | null): Step => {
  const { session, sound } = state;
  if (!session) return step(state);
  const question = firstOpen(session);
  if (!question) {
    const last = session.questions.at(-1);
    return last ? show(state, { name: 'feedback', question_id: last.id }, ...settle) : step(state);
  }
  const writing = reconcile(question.id, session.draft, kept);
  const url = question.audio_url;
  const play: Effect[] =
    sound.auto && !sound.textOnly && url
      ? [{ type: 'play', url, rate: sound.rate, restart: true }]
      : [{ type: 'pause' }];
  return show(
    { ...state, writing, sound: { ...sound, status: 'idle', url: null } },
    { name: 'question', problem: null, sending: idle },
    ...settle,
    ...saveSoon(writing),
    ...play,
  );
};

/** Where a late answer may still move the page; elsewhere it would pull the person away. */
const listens: ScreenName[] = ['loading', 'welcome', 'question', 'feedback', 'evaluating'];

/** The server's whole view of the session: after a start, a resume, a check or a poll. */
export const started = (before: State, event: EventOf<'started'>): Step => {
  if (!listens.includes(before.screen.name)) return step(before);
  const session = withKnown(before.session, event.body);
  const clock = { server: Date.parse(event.body.server_time), at: event.at };
  const state = { ...before, session, clock };
  const { screen, writing } = state;
  const forget: Effect = { type: 'forget', interview_id: session.interview_id };
  if (session.status === 'completed') {
    const result = { ...emptyResult, ...session, status: 'completed' as const };
    return show({ ...state, writing: null }, { name: 'complete', result }, ...quiet, forget);
  }
  if (session.status === 'evaluating') {
    const polls = screen.name === 'evaluating' ? screen.polls + 1 : 0;
    return show(state, { name: 'evaluating', polls }, ...quiet, wait('retry', pollPause(polls)));
  }
  if (screen.name === 'feedback') return step(state);
  if (screen.name !== 'question' || !writing) return resume(state, event.kept);
  const answer = answerOf(session, writing.question_id);
  if (!answer) return step(state);
  // Stored, and its feedback still being made: the person has been promised a short wait.
  if (screen.sending.phase === 'sending' && !answer.feedback) {
    return show(state, { ...screen, sending: { ...screen.sending, stored: true } });
  }
  return answered(state, writing.question_id);
};

const emptyResult = {
  evaluation: null,
  score: null,
  strengths: null,
  areas_for_improvement: null,
  recommendation: null,
  evaluator: null,
  needs_human: false,
  evidence: [],
};

/** The answer is with the server: its draft is done with. */
export const answered = (state: State, question_id: string): Step => {
  const { session } = state;
  return show(
    { ...state, writing: null },
    { name: 'feedback', question_id },
    ...quiet,
    ...(session ? [{ type: 'forget', interview_id: session.interview_id } as const] : []),
  );
};

/** On from a feedback: to the next question, or after the last to the evaluation. */
export const proceed = (state: State): Step => {
  const { session, screen } = state;
  if (screen.name !== 'feedback' || !session) return step(state);
  if (firstOpen(session)) return resume(state, null);
  return complete(state);
};

/** Asks for the evaluation. */
export const complete = (state: State, failures = 0): Step => {
  if (!state.session) return step(state);
  return show(
    state,
    { name: 'finishing', sending: sending(failures) },
    { type: 'complete', session_id: state.session.session_id },
    wait('slow', 1_000),
  );
};

/** The evaluation is here, or is being made without the person. */
export const completed = (state: State, { body }: EventOf<'completed'>): Step => {
  if (state.screen.name !== 'finishing') return step(state);
  if (body.status === 'completed') {
    return show(state, { name: 'complete', result: body }, ...settle);
  }
  return show(state, { name: 'evaluating', polls: 0 }, ...settle, wait('retry', pollPause(0)));
};
