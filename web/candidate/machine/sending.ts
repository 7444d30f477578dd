import type { Question } from '../api/replies.ts';
import { also, ask, request, type Step, show, step } from './effect.ts';
import type { Event } from './event.ts';
import { problemOf } from './length.ts';
import { answered, answerOf, numberOf, refresh } from './session.ts';
import type { State } from './state.ts';

/** Sends the answer, for the first time or again, under its question's id. */
export const send = (state: State): Step => {
  const { sending, writing, session } = state;
  // Sending one of two texts would drop the other unasked.
  if (!writing || writing.other || !session) return step(state);
  // One request at a time.
  if (sending.phase === 'sending') return step(state);
  const { question_id, text } = writing;
  const problem = problemOf(text);
  const question = { name: 'question', problem } as const;
  if (problem) return show(state, question);
  return request(
    state,
    question,
    ask('submit', { session_id: session.session_id, question_id, response_text: text }),
  );
};

/** The answer is stored and assessed. Late feedback on an earlier answer only joins the record. */
export const submitted = (before: State, { body, content, at }: Event<'answer_submit'>): Step => {
  const { session: old, screen, writing, clock } = before;
  const { question_id = '', response_text = '' } = content;
  if (!old) return step(before);
  const { feedback, feedback_detail, next_question, next_question_id: id, total_questions } = body;
  const answer = {
    // About now by the server's clock, until its own view says it.
    answered_at: new Date(clock + at).toISOString(),
    ...answerOf(old, question_id),
    question_id,
    response_text,
    feedback,
    feedback_detail,
  };
  const others = old.responses.filter((response) => response.question_id !== question_id);
  // A follow-up question: its sound and order come with the next full view of the session.
  const isNew = id && next_question && !old.questions.some((question) => question.id === id);
  const added: Question[] = isNew ? [{ id, text: next_question, audio_url: null }] : [];
  const number = numberOf(old, question_id);
  const session = {
    ...old,
    total_questions,
    responses: [...others, answer],
    questions: [...old.questions.slice(0, number), ...added, ...old.questions.slice(number)],
  };
  const state = { ...before, session };
  const isCurrent = screen.name === 'question' && writing?.question_id === question_id;
  return also(isCurrent ? answered(state, writing) : step(state), ...(isNew ? refresh(state) : []));
};
