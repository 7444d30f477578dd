import type { OpenInterview } from '../contract/open-interview.ts';
import { currentNotice } from '../domain/notice/versions.ts';
import { isoUtc } from '../domain/plain-text.ts';
import { windowOf } from '../domain/window.ts';
import { type Admitted, admit, type VerifiedLink } from '../links/admission.ts';
import type { Bound } from '../table/client.ts';
import type { readInterview } from '../table/interviews.ts';
import { evaluatorOfAll } from './demonstration.ts';

interface Deps {
  readInterview: Bound<typeof readInterview>;
  now(): number;
  /** Whether start requires an accepted notice. */
  notice_required: boolean;
  /** What happens next, as the deployment says it. */
  next_step: string | null;
  /** Notes that the page was opened, where it is the page that asks. Never throws. */
  opened?(record: Admitted): Promise<void>;
}

const messages: Readonly<Record<OpenInterview['status'], string>> = {
  scheduled: 'The interview can be started',
  in_progress: 'The interview can be continued',
  completed: 'The interview is completed',
};

/** The view of a candidate with a genuine, open link. @throws AppError from `admit` */
export const viewInterview = async (deps: Deps, link: VerifiedLink): Promise<OpenInterview> => {
  const now = deps.now();
  const record = admit(link, await deps.readInterview(link.claim.interview_id), now);
  await deps.opened?.(record);
  const { interview, session, questions, responses } = record;
  const { starts_at, ends_at, status } = interview;
  const window = windowOf(interview);
  return {
    interview_id: interview.interview_id,
    candidate_name: interview.candidate_name,
    job_title: interview.job_title,
    ai_interview_type: interview.ai_interview_type,
    language: interview.language,
    starts_at,
    ends_at,
    opens_at: isoUtc(window.opens_at),
    expires_at: isoUtc(window.expires_at),
    duration_minutes: Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / 60_000),
    total_questions: questions.length,
    answered_questions: responses.length,
    status,
    notice: { version: currentNotice, required: deps.notice_required },
    evaluator: evaluatorOfAll(session.provenance),
    can_join: status === 'scheduled' || status === 'in_progress',
    server_time: isoUtc(now),
    decision_by: interview.decision_by,
    next_step: deps.next_step,
    message: messages[status],
  };
};
