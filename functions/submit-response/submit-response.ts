import { randomUUID } from 'node:crypto';
import type { Submitted } from '../../shared/contract/endpoints/submit-response.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { AppError, conflict } from '../../shared/domain/errors.ts';
import type { Question } from '../../shared/domain/rubric.ts';
import { askedText, type Response } from '../../shared/domain/session.ts';
import {
  type Admitted,
  admit,
  sameInterview,
  type VerifiedLink,
} from '../../shared/links/admission.ts';
import { feedbackParts, feedbackText } from '../../shared/session/feedback.ts';
import {
  currentQuestion,
  newestResponse,
  questionNamed,
  requireInProgress,
  responseTo,
} from '../../shared/session/progress.ts';
import { type Bound, ConditionFailed } from '../../shared/table/client.ts';
import { asFound, type readInterview } from '../../shared/table/interviews.ts';
import { nextMoment } from '../../shared/table/moment.ts';
import type { putResponse } from '../../shared/table/responses.ts';
import { type Assessing, assessStoredAnswer } from './assess-answer.ts';

interface Deps extends Assessing {
  readInterview: Bound<typeof readInterview>;
  putResponse: Bound<typeof putResponse>;
}

interface Sent {
  session_id: string;
  response_text: string;
  question_id?: string | undefined;
}

/** Within this time, in ms, the same text without a question id is a retry (see the contract). */
const retryWindow = 60_000;

/**
 * Stores an answer, then has it assessed. The answer is durable before any AI call, and stays stored
 * whatever the outcome of that call.
 * @throws AppError from `admit`, not_started, interview_completed, already_answered, invalid_input
 */
export const submitResponse = async (
  deps: Deps,
  link: VerifiedLink,
  sent: Sent,
  deadline: Deadline,
): Promise<Submitted> => {
  const { interview_id, link_id } = link.claim;
  const record = admit(link, await deps.readInterview(interview_id), deps.now());
  sameInterview(record, sent);
  const repeated = storedBefore(record, sent, deps.now());
  if (repeated) return view(record, repeated);
  requireInProgress(record);
  const question = questionFor(record, sent);
  const answered_at = nextMoment(record, deps.now());
  const response: Response = {
    response_id: randomUUID(),
    question_id: question.id,
    order: question.order,
    response_text: sent.response_text,
    answered_at,
    took_s: secondsToAnswer(record, answered_at),
    assessment: null,
  };
  try {
    await deps.putResponse(record.interview, { response, link_id });
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    // The question was answered, the interview sealed or the link replaced in between.
    const now = admit(link, asFound(record, error), deps.now());
    const first = storedBefore(now, { ...sent, question_id: question.id }, deps.now());
    if (first) return view(now, first);
    requireInProgress(now);
    throw conflict(error);
  }
  const stored = { ...record, responses: [...record.responses, response] };
  const made = await assessStoredAnswer(deps, stored, { question, response, deadline });
  if (!made) return view(stored, response);
  const { assessment, follow_up } = made;
  const asked = { ...stored, questions: withFollowUp(stored.questions, follow_up) };
  return view(asked, { ...response, assessment });
};

/** Seconds since the answer before this one, or the start. */
const secondsToAnswer = (record: Admitted, answered_at: string): number => {
  const since = newestResponse(record)?.answered_at ?? record.session.started_at ?? answered_at;
  return Math.max(0, Math.round((Date.parse(answered_at) - Date.parse(since)) / 1000));
};

const withFollowUp = (questions: Question[], follow_up: Question | undefined) =>
  follow_up ? [...questions, follow_up].toSorted((a, b) => a.order - b.order) : questions;

/** The stored answer that this request repeats. @throws AppError already_answered */
const storedBefore = (record: Admitted, sent: Sent, now: number): Response | undefined => {
  if (sent.question_id !== undefined) {
    const response = responseTo(record, sent.question_id);
    if (response && response.response_text !== sent.response_text) {
      throw new AppError('already_answered', 'This question has already been answered');
    }
    return response;
  }
  const newest = newestResponse(record);
  const recent = newest && now - Date.parse(newest.answered_at) <= retryWindow;
  return recent && newest.response_text === sent.response_text ? newest : undefined;
};

const questionFor = (record: Admitted, { question_id }: Sent): Question => {
  if (question_id === undefined) {
    const current = currentQuestion(record);
    if (current) return current;
    throw new AppError('already_answered', 'All questions have been answered');
  }
  return questionNamed(record, question_id);
};

const view = (record: Admitted, response: Response): Submitted => {
  const next = currentQuestion(record);
  return {
    response_id: response.response_id,
    current_question_id: response.question_id,
    next_question: next ? askedText(next) : null,
    next_question_id: next?.id ?? null,
    feedback: feedbackText(response.assessment, record.interview.language),
    feedback_detail: feedbackParts(response.assessment),
    next_instruction: next
      ? 'Please proceed to the next question.'
      : 'That was the last question. Please complete the interview.',
    answered_questions: record.responses.length,
    total_questions: record.questions.length,
    message: 'Response submitted successfully',
  };
};
