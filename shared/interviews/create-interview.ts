import { randomUUID } from 'node:crypto';
import type { NewInterview } from '../contract/endpoints/create-interview.ts';
import { jobDefaults } from '../domain/defaults.ts';
import type { Brief, Interview } from '../domain/interview.ts';
import type { Replayable } from '../domain/replayable.ts';
import { endOf } from '../domain/window.ts';
import type { Actor } from '../table/audit.ts';
import type { Bound } from '../table/client.ts';
import type { Ids, idsBehind, Keyed } from '../table/idempotency.ts';
import type { readInterview, createInterview as store } from '../table/interviews.ts';
import type { readKit } from '../table/kits.ts';
import { type Job, jobOfKit } from './job-of-kit.ts';
import { requireWithBrief, viewOf } from './require-interview.ts';

/** The dependencies of scheduling an interview. */
export interface Scheduling {
  store: Bound<typeof store>;
  readKit: Bound<typeof readKit>;
  readInterview: Bound<typeof readInterview>;
  idsBehind: Bound<typeof idsBehind>;
  /** Whether a link takes only an approved version. */
  approved_only: boolean;
  now(): number;
}

export type ScheduledInterview = Interview & Brief & { id: string };

/**
 * Schedules an interview; without an end time it lasts one hour. A request that was made before under
 * its key finds what it has made, as that is now.
 * @throws AppError kit_not_found, kit_archived, invalid_input for what differs from the kit,
 * idempotency_mismatch, interview_not_found for one that was erased since
 */
export const createInterview = async (
  deps: Scheduling,
  by: Actor,
  sent: NewInterview,
  request: Keyed | null = null,
): Promise<Replayable<ScheduledInterview>> => {
  try {
    return { body: await schedule(deps, by, sent, request), replayed: false };
  } catch (error) {
    const ids = await deps.idsBehind(error, request, deps.now());
    if (!ids) throw error;
    return { body: await scheduled(deps, ids), replayed: true };
  }
};

/** An interview that a request has made before. @throws AppError interview_not_found */
export const scheduled = async (
  { readInterview }: Pick<Scheduling, 'readInterview'>,
  { interview_id = '' }: Ids,
): Promise<ScheduledInterview> =>
  viewOf(requireWithBrief(await readInterview(interview_id, 'brief')));

const schedule = async (
  deps: Scheduling,
  by: Actor,
  sent: NewInterview,
  request: Keyed | null,
): Promise<ScheduledInterview> => {
  const { job_title, job_description, ai_interview_type, difficulty, language, question_count } =
    sent.kit_id ? await jobOfKit(deps, sent.kit_id, sent) : jobSent(sent);
  const starts_at = sent.starts_at ?? null;
  const resume_text = sent.resume_text ?? null;
  const created_at = new Date(deps.now()).toISOString();
  const interview: Interview = {
    interview_id: randomUUID(),
    candidate_name: sent.candidate_name,
    candidate_email: sent.candidate_email,
    kit_id: sent.kit_id ?? null,
    job_title,
    ai_interview_type,
    difficulty,
    language,
    question_count,
    personalise: sent.personalise ?? resume_text !== null,
    follow_ups: sent.follow_ups,
    starts_at,
    ends_at: endOf(sent),
    decision_by: sent.decision_by ?? null,
    status: 'scheduled',
    created_at,
    updated_at: created_at,
  };
  const brief = { job_description, resume_text };
  await deps.store({ interview, brief, by, request });
  return viewOf({ interview, brief });
};

const jobSent = (sent: NewInterview): Job => ({
  ...jobDefaults,
  // The schema requires both without a kit.
  job_title: sent.job_title ?? '',
  job_description: sent.job_description ?? '',
  ai_interview_type: sent.ai_interview_type ?? null,
  ...(sent.difficulty && { difficulty: sent.difficulty }),
  ...(sent.language && { language: sent.language }),
  ...(sent.question_count && { question_count: sent.question_count }),
});
