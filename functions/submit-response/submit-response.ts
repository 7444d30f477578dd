import { randomUUID } from 'node:crypto';
import type { Submitted } from '../../shared/contract/endpoints/submit-response.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
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
import { feedbackParts, feedbackText } from '../../shared/session/feedback.ts';
import {
  currentQuestion,
  followUpsOf,
  newestResponse,
  questionNamed,
  requireInProgress,
  responseTo,
} from '../../shared/session/progress.ts';
import { type Bound, ConditionFailed } from '../../shared/table/client.ts';
import { asFound, type readInterview } from '../../shared/table/interviews.ts';
import type { keepAssessment, putResponse } from '../../shared/table/responses.ts';

interface Deps {
  readInterview: Bound<typeof readInterview>;
  putResponse: Bound<typeof putResponse>;
  keepAssessment: Bound<typeof keepAssessment>;
  interviewer: Pick<Interviewer, 'assessAnswer' | 'writeFollowUp'>;
  /** Has the missing assessment completed later. Never throws. */
  evaluateLater(interview_id: string): Promise<void>;
  /** Called with the reason when an answer cannot be read now. */
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

/**
 * Stores an answer, then has it read. The answer is durable before any AI call, and stays whatever
 * becomes of that call.
 * @throws AppError by `admit`, not_started, interview_completed, already_answered, invalid_input
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
    const now = admit(link, asFound(record, error), deps.now());
    const first = storedBefore(now, { ...sent, question_id: question.id }, deps.now());
    if (first) return view(now, first);
    requireInProgress(now);
    throw error;
  }
  const stored = { ...record, responses: [...record.responses, response] };
  const made = await assess(deps, stored, { question, response, deadline });
  if (!made) return view(stored, response);
  const { assessment, follow_up } = made;
  const asked = { ...stored, questions: withFollowUp(stored.questions, follow_up) };
  return view(asked, { ...response, assessment });
};

const withFollowUp = (questions: Question[], follow_up: Question | undefined) =>
  follow_up ? [...questions, follow_up].toSorted((a, b) => a.order - b.order) : questions;

/** Has the answer read, and stores what was read; null where that could not be done now. */
const assess = async (
  deps: Deps,
  record: Admitted,
  {
    question,
    response: { response_text, order },
    deadline,
  }: { question: Question; response: Response; deadline: Deadline },
): Promise<{ assessment: Assessment; follow_up: Question | undefined } | null> => {
  const { interview_id, language, follow_ups: allowed } = record.interview;
  try {
    const assessment = await deps.interviewer.assessAnswer(
      { question: question.text, rubric: question.rubric, answer: response_text, language },
      deadline,
    );
    const follow_up = await followUp(deps, record, { question, assessment, deadline });
    const at = new Date(deps.now()).toISOString();
    const store = async (asked: Question | undefined) => {
      const made = { order, assessment, at, follow_up: asked, allowed };
      const kept = await deps.keepAssessment(interview_id, made);
      return { assessment: kept, follow_up: kept === assessment ? asked : undefined };
    };
    return await store(follow_up).catch((error: unknown) => {
      // Another answer took the last follow-up, or the interview was sealed: then without one.
      if (!follow_up || !(error instanceof ConditionFailed)) throw error;
      return store(undefined);
    });
  } catch (error) {
    deps.report(interview_id, error);
    await deps.evaluateLater(interview_id);
    return null;
  }
};

/**
 * The follow-up to an answer that leaves evidence out: at most one a question and as many an
 * interview as it allows. An interview goes on without one that cannot be written.
 */
const followUp = async (
  { interviewer, report }: Deps,
  record: Admitted,
  {
    question,
    assessment,
    deadline,
  }: { question: Question; assessment: Assessment; deadline: Deadline },
): Promise<Question | undefined> => {
  const { interview } = record;
  if (question.follow_up_to !== undefined) return undefined;
  if (followUpsOf(record) >= interview.follow_ups) return undefined;
  const { text: question_text, rubric } = question;
  const { language, interview_id } = interview;
  const written = await interviewer
    .writeFollowUp({ question: question_text, rubric, assessment, language }, deadline)
    .catch((error: unknown) => {
      report(interview_id, error);
      return null;
    });
  if (!written) return undefined;
  const { provenance, text } = written;
  const order = question.order + 0.5;
  const id = randomUUID();
  return { ...question, id, text, order, provenance, audio_url: null, follow_up_to: question.id };
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
    next_question: next?.text ?? null,
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
