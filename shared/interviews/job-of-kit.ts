import { AppError, invalidInput } from '../domain/errors.ts';
import type { Interview } from '../domain/interview.ts';
import { type KitJob, newestVersion, versionToUse } from '../domain/kit.ts';
import { requireKit } from '../kits/require-kit.ts';
import type { Bound } from '../table/client.ts';
import type { readKit } from '../table/kits.ts';

/** What an interview is about, apart from its candidate and its times. */
export type Job = Omit<KitJob, 'ai_interview_type'> & Pick<Interview, 'ai_interview_type'>;

/** What a recruiter sends of it. */
type JobSent = { [Field in keyof Job]?: Job[Field] | undefined };

/** The dependencies of taking a kit's job. */
export interface KitReading {
  readKit: Bound<typeof readKit>;
  /** Whether a link takes only an approved version. */
  approved_only: boolean;
}

const jobFields = [
  'job_title',
  'job_description',
  'ai_interview_type',
  'language',
  'difficulty',
  'question_count',
] as const;

/** Refuses what differs from the kit's job. @throws AppError invalid_input naming each such field */
export const sameAsKit = (job: Job, sent: JobSent): void => {
  const different = jobFields.filter((field) => sent[field] != null && sent[field] !== job[field]);
  if (different.length === 0) return;
  throw invalidInput(
    different.map((path) => ({
      path,
      message: 'must match the kit or be left out, or kit_id must be null',
    })),
  );
};

/**
 * The job of an interview that takes a kit.
 * @throws AppError kit_not_found, kit_archived, invalid_input for what was sent and differs from it
 */
export const jobOfKit = async (deps: KitReading, kit_id: string, sent: JobSent): Promise<Job> => {
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
  sameAsKit(job, sent);
  return job;
};
