import { randomUUID } from 'node:crypto';
import type { Submitted } from '../../shared/contract/candidate-shapes.ts';
import { AppError } from '../../shared/domain/errors.ts';
import type { Assessment, Question } from '../../shared/domain/rubric.ts';
import type { Response } from '../../shared/domain/session.ts';
import type { Interviewer } from '../../shared/interviewer/interviewer.ts';
import {
  type Admitted,
  admit,
  sameInterview,
  type VerifiedLink,
} from '../../shared/links/admission.ts';
import { feedbackText } from '../../shared/session/feedback.ts';
import { currentQuestion, newestResponse, responseTo } from '../../shared/session/progress.ts';
import { ConditionFailed } from '../../shared/table/client.ts';
import type { InterviewRecord } from '../../shared/table/interviews.ts';

interface Deps {
  readInterview(interview_id: string): Promise<InterviewRecord | null>;
  putResponse(interview_id: string, made: { response: Response; link_id: string }): Promise<void>;
  putAssessment(
    interview_id: string,
    made: { order: number; assessment: Assessment; at: string },
  ): Promise<void>;
  assessAnswer: Interviewer['assessAnswer'];
  /** Has the assessment made up later. Never throws. */
  evaluateLater(interview_id: string): Promise<void>;
  /** Hears why an answer could not be read now. */
  report(interview_id: string, error: unknown): void;
  now(): number;
}

interface Sent {
  session_id: string;
  response_text: string;
  question_id?: string | undefined;
}

/** Within this time, in ms, the same text without a question id is a retry. From the contract. */
const retryWindow = 60_000;
/** Leaves room for the table within API Gateway's 29 s, in ms. */
const aiTime = 22_000;

/**
 * Stores an answer, then has it read. The answer is durable before any AI call, and stays whatever
 * becomes of that call.
 * @throws AppError by `admit`, not_started, interview_completed, already_answered, invalid_input
 */
export const submitResponse = async (
  deps: Deps,
  link: VerifiedLink,
  sent: Sent,
): Promise<Submitted> => {
  const { interview_id, link_id } = link.claim;
  const read = async () => admit(link, await deps.readInterview(interview_id), deps.now());
  const record = await read();
  sameInterview(record, sent);
  const repeated = storedBefore(record, sent, deps.now());
  if (repeated) return view(record, repeated);
  requireOpen(record);
  const question = questionFor(record, sent);
  const response: Response = {
    response_id: randomUUID(),
    question_id: question.id,
    order: question.order,
    response_text: sent.response_text,
    answered_at: new Date(deps.now()).toISOString(),
    assessment: null,
  };
  try {
    await deps.putResponse(interview_id, { response, link_id });
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    // The question was answered, the interview sealed or the link replaced in between.
    const now = await read();
    const first = storedBefore(now, { ...sent, question_id: question.id }, deps.now());
    if (first) return view(now, first);
    requireOpen(now);
    throw new AppError('conflict', 'The interview is being changed elsewhere; try again', {
      cause: error,
    });
  }
  const stored = { ...record, responses: [...record.responses, response] };
  const assessment = await assess(deps, stored, question, response);
  return view(stored, { ...response, assessment });
};

const assess = async (
  deps: Deps,
  { interview }: Admitted,
  question: Question,
  { response_text, order }: Response,
): Promise<Assessment | null> => {
  const { interview_id, language } = interview;
  try {
    const assessment = await deps.assessAnswer(
      { question: question.text, rubric: question.rubric, answer: response_text, language },
      { at: deps.now() + aiTime },
    );
    const at = new Date(deps.now()).toISOString();
    await deps.putAssessment(interview_id, { order, assessment, at });
    return assessment;
  } catch (error) {
    // The answer is safe; a reading that somebody else has stored meanwhile is as good as ours.
    if (error instanceof ConditionFailed) return null;
    deps.report(interview_id, error);
    await deps.evaluateLater(interview_id);
    return null;
  }
};

/** The stored answer that this request repeats. @throws AppError already_answered */
const storedBefore = (record: Admitted, sent: Sent, now: number): Response | undefined => {
  if (sent.question_id !== undefined) {
    const response = responseTo(record, sent.question_id);
    if (response && response.response_text !== sent.response_text) {
      throw new AppError('already_answered', 'This question has been answered already');
    }
    return response;
  }
  const newest = newestResponse(record);
  const recent = newest && now - Date.parse(newest.answered_at) <= retryWindow;
  return recent && newest.response_text === sent.response_text ? newest : undefined;
};

/** @throws AppError unless answers are taken now */
const requireOpen = ({ interview: { status } }: Admitted): void => {
  if (status === 'scheduled') {
    throw new AppError('not_started', 'Start the interview before answering');
  }
  if (status === 'completed') {
    throw new AppError('interview_completed', 'The interview is completed');
  }
  if (status === 'cancelled') {
    throw new AppError('interview_cancelled', 'The interview was cancelled');
  }
};

const questionFor = (record: Admitted, { question_id }: Sent): Question => {
  if (question_id === undefined) {
    const current = currentQuestion(record);
    if (current) return current;
    throw new AppError('already_answered', 'All questions have been answered');
  }
  const named = record.questions.find(({ id }) => id === question_id);
  if (named) return named;
  const message = 'is not a question of this interview';
  throw new AppError('invalid_input', `Invalid input: question_id ${message}`, {
    details: { issues: [{ path: 'question_id', message }] },
  });
};

const view = (record: Admitted, response: Response): Submitted => {
  const next = currentQuestion(record);
  return {
    response_id: response.response_id,
    current_question_id: response.question_id,
    next_question: next?.text ?? null,
    next_question_id: next?.id ?? null,
    feedback: feedbackText(response.assessment, record.interview.language),
    feedback_detail: response.assessment?.feedback ?? null,
    next_instruction: next
      ? 'Please proceed to the next question.'
      : 'That was the last question. Please complete the interview.',
    answered_questions: record.responses.length,
    total_questions: record.questions.length,
    message: 'Response submitted successfully',
  };
};
