import type { Started } from '../../shared/contract/endpoints/start-interview.ts';
import { AppError } from '../../shared/domain/errors.ts';
import { currentNotice } from '../../shared/domain/notice/versions.ts';
import { isoUtc } from '../../shared/domain/plain-text.ts';
import { askedText } from '../../shared/domain/session.ts';
import {
  type Admitted,
  admit,
  sameInterview,
  type VerifiedLink,
} from '../../shared/links/admission.ts';
import { feedbackParts, feedbackText } from '../../shared/session/feedback.ts';
import { currentQuestion, responseTo } from '../../shared/session/progress.ts';
import { resultOf } from '../../shared/session/result.ts';
import { type Bound, ConditionFailed } from '../../shared/table/client.ts';
import {
  asFound,
  type InterviewRecord,
  type readInterview,
} from '../../shared/table/interviews.ts';
import { nextMoment } from '../../shared/table/moment.ts';
import type { startSession } from '../../shared/table/sessions.ts';

interface Deps {
  readInterview: Bound<typeof readInterview>;
  startSession: Bound<typeof startSession>;
  now(): number;
  /** Whether the first start requires an accepted notice. */
  notice_required: boolean;
}

/**
 * Starts or resumes the interview: the same session and questions every time.
 * @throws AppError from `admit`, notice_required
 */
export const startInterview = async (
  deps: Deps,
  link: VerifiedLink,
  sent: { interview_id: string; notice_version?: string | undefined },
): Promise<Started> => {
  const { interview_id, link_id } = link.claim;
  const checked = (read: InterviewRecord | null): Admitted => {
    const admitted = admit(link, read, deps.now());
    sameInterview(admitted, sent);
    return admitted;
  };
  let record = checked(await deps.readInterview(interview_id, 'draft'));
  if (record.interview.status === 'scheduled') {
    const started_at = nextMoment(record, deps.now());
    const version = sent.notice_version;
    if (!version && deps.notice_required) {
      throw new AppError(
        'notice_required',
        'The candidate must accept the notice on the use of AI first: send notice_version',
        { details: { notice_version: currentNotice } },
      );
    }
    const notice = version ? { version, accepted_at: started_at } : null;
    try {
      await deps.startSession(record.interview, { link_id, started_at, notice });
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      // Another tab was faster, or the link was replaced, or the interview cancelled.
      record = checked(asFound(record, error));
    }
  }
  return view(record, deps.now());
};

const view = (record: Admitted, now: number): Started => {
  const { interview, session, questions, responses, drafts } = record;
  const current = currentQuestion(record);
  const draft = drafts.find(({ question_id }) => question_id === current?.id);
  const shown: Started = {
    session_id: session.session_id,
    interview_id: interview.interview_id,
    candidate_name: interview.candidate_name,
    job_title: interview.job_title,
    ai_interview_type: interview.ai_interview_type,
    language: interview.language,
    current_question: current ? askedText(current) : null,
    current_question_id: current?.id ?? null,
    questions: questions.map((question, n) => ({
      ...question,
      text: askedText(question),
      order: n + 1,
      answered: responseTo(record, question.id) !== undefined,
    })),
    total_questions: questions.length,
    answered_questions: responses.length,
    status: 'started',
    server_time: isoUtc(now),
    responses: responses.map((response) => ({
      ...response,
      feedback: feedbackText(response.assessment, interview.language),
      feedback_detail: feedbackParts(response.assessment),
    })),
    draft: draft ?? null,
    message: 'Interview started successfully',
  };
  if (interview.status !== 'completed') return shown;
  const result = resultOf(record);
  return result.evaluation === null
    ? { ...shown, ...result, status: 'evaluating', message: 'The evaluation is in progress' }
    : { ...shown, ...result, status: 'completed', message: 'The interview is completed' };
};
