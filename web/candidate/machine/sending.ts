import type { Question, Started } from '../api/replies.ts';
import { type Effect, type Step, show, step, stop, wait } from './effect.ts';
import type { EventOf } from './event.ts';
import { marks } from './patience.ts';
import { answered, answerOf } from './session.ts';
import { longestAnswer, type State, sending, type Writing } from './state.ts';

const problemOf = (text: string) => {
  if (text.trim() === '') return 'empty';
  // Counted in code points only where UTF-16 units leave it open.
  if (text.length > longestAnswer && [...text].length > longestAnswer) return 'long';
  return null;
};

const submit = (state: State, writing: Writing, failures: number): Step => {
  const { session } = state;
  if (!session) return step(state);
  const { question_id, text } = writing;
  return show(
    state,
    { name: 'question', problem: null, sending: sending(failures) },
    stop('retry'),
    stop('rest'),
    stop('limit'),
    { type: 'pause' },
    { type: 'submit', session_id: session.session_id, question_id, text },
    wait('slow', marks[0]),
  );
};

/** Sends the answer; while one is under way, nothing. */
export const send = (state: State): Step => {
  const { screen, writing } = state;
  if (screen.name !== 'question' || !writing || screen.sending.phase !== 'idle') return step(state);
  const problem = problemOf(writing.text);
  return problem ? show(state, { ...screen, problem }) : submit(state, writing, 0);
};

/** The next attempt with the same text under the same question id. */
export const sendAgain = (state: State): Step => {
  const { screen, writing } = state;
  if (screen.name !== 'question' || !writing || screen.sending.phase !== 'waiting') {
    return step(state);
  }
  return submit(state, writing, screen.sending.failures);
};

const withAnswer = (session: Started, event: EventOf<'submitted'>, text: string): Started => {
  const { body, question_id } = event;
  const { feedback, feedback_detail, next_question, next_question_id: id } = body;
  const known = answerOf(session, question_id);
  const answer = {
    response_text: text,
    answered_at: null,
    ...known,
    question_id,
    feedback,
    feedback_detail,
  };
  const rest = session.responses.filter((response) => response.question_id !== question_id);
  // A follow-up question: its sound and order come with the next full view of the session.
  const isNew = id && next_question && !session.questions.some((question) => question.id === id);
  const added: Question[] = isNew
    ? [{ id, text: next_question, audio_url: null, answered: false }]
    : [];
  return {
    ...session,
    responses: [...rest, answer],
    questions: [...session.questions, ...added],
    total_questions: body.total_questions,
  };
};

/** The answer is stored and read. Late feedback to an earlier answer only joins the record. */
export const submitted = (state: State, event: EventOf<'submitted'>): Step => {
  const { session, screen, writing, opened } = state;
  if (!session) return step(state);
  const isCurrent = screen.name === 'question' && writing?.question_id === event.question_id;
  const next = withAnswer(session, event, isCurrent ? writing.text : '');
  const isLonger = next.questions.length > session.questions.length;
  const refresh: Effect[] =
    isLonger && opened ? [{ type: 'start', interview_id: opened.interview_id, notice: false }] : [];
  if (!isCurrent) return step({ ...state, session: next }, ...refresh);
  const { state: after, effects } = answered({ ...state, session: next }, event.question_id);
  return step(after, ...effects, ...refresh);
};

/** After the last mark of patience the interview goes on; the feedback joins the record when it comes. */
export const goOnWithoutFeedback = (state: State): Step =>
  state.writing ? answered(state, state.writing.question_id) : step(state);
