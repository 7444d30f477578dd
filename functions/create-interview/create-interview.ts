import { randomUUID } from 'node:crypto';
import type { NewInterview } from '../../shared/contract/endpoints/create-interview.ts';
import { jobDefaults } from '../../shared/domain/defaults.ts';
import { AppError, invalidInput } from '../../shared/domain/errors.ts';
import type { Interview } from '../../shared/domain/interview.ts';
import { type KitJob, newestVersion, versionToUse } from '../../shared/domain/kit.ts';
import { isoUtc } from '../../shared/domain/text.ts';
import { defaultDuration } from '../../shared/domain/window.ts';
import { requireKit } from '../../shared/kits/require-kit.ts';
import type { Actor } from '../../shared/table/audit.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { createInterview as store } from '../../shared/table/interviews.ts';
import type { readKit } from '../../shared/table/kits.ts';

interface Deps {
  store: Bound<typeof store>;
  readKit: Bound<typeof readKit>;
  /** Whether a link takes only an approved version. */
  approved_only: boolean;
  now(): number;
  note(facts: { interview_id: string }): void;
}

/**
 * Schedules an interview; without an end time it lasts one hour.
 * @throws AppError kit_not_found, kit_archived, invalid_input for what differs from the kit
 */
export const createInterview = async (deps: Deps, by: Actor, sent: NewInterview) => {
  const { job_title, job_description, ai_interview_type, difficulty, language, question_count } =
    sent.kit_id ? await jobOfKit(deps, sent.kit_id, sent) : jobSent(sent);
  const starts_at = sent.starts_at ?? null;
  const resume_text = sent.resume_text ?? null;
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
    ends_at: sent.ends_at ?? (starts_at && isoUtc(Date.parse(starts_at) + defaultDuration)),
    status: 'scheduled',
    created_at: new Date(deps.now()).toISOString(),
  };
  const brief = { job_description, resume_text };
  await deps.store({ interview, brief, by });
  deps.note({ interview_id: interview.interview_id });
  return { ...interview, ...brief, id: interview.interview_id };
};

type Job = Omit<KitJob, 'ai_interview_type'> & Pick<Interview, 'ai_interview_type'>;

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

const jobOfKit = async (deps: Deps, kit_id: string, sent: NewInterview): Promise<Job> => {
  const { kit, job_description } = requireKit(await deps.readKit(kit_id));
  if (kit.archived) throw new AppError('kit_archived', 'The interview kit is archived');
  const { job_title, ai_interview_type, difficulty, language } = kit;
  const version = versionToUse(kit, deps.approved_only) ?? newestVersion(kit);
  const question_count = version.questions;
  const job = {
    job_title,
    job_description,
    ai_interview_type,
    difficulty,
    language,
    question_count,
  };
  const different = (Object.keys(job) as (keyof typeof job)[]).filter(
    (field) => sent[field] != null && sent[field] !== job[field],
  );
  if (different.length > 0) {
    throw invalidInput(
      different.map((path) => ({ path, message: 'must be that of the kit, or left out' })),
    );
  }
  return job;
};
