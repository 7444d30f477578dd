import type { Kit } from '../../shared/domain/kit.ts';
import type { KitContent, KitQuestion, KitVersion } from '../../shared/domain/kit-content.ts';
import { jobHash } from '../../shared/kits/write-kit.ts';
import type { OneAtATime } from '../../shared/table/leases.ts';
import { anInterview, aProvenance, aQuestion, id } from './records.ts';

/** Paid work of which nobody else does any. */
export const atOnce: OneAtATime = async (_work, _deadline, { done, make }) =>
  (await done?.()) ?? make();

/** A question of a kit, with a weight of a third. */
export const aKitQuestion = (order: number, over: Partial<KitQuestion> = {}): KitQuestion => {
  const { id, text, competency_id, weight, rubric } = aQuestion(order);
  return { id, text, competency_id, weight, rubric, ...over };
};

/** One competency and three questions on it. */
export const aContent = (over: Partial<KitContent> = {}): KitContent => ({
  competencies: [
    { id: 'data-modelling', name: 'Data modelling', description: 'Models data.', weight: 1 },
  ],
  questions: [1, 2, 3].map((order) => aKitQuestion(order)),
  ...over,
});

/** A version of a kit, of which a model wrote the competencies and the questions. */
export const aVersion = (version = 1, over: Partial<KitVersion> = {}): KitVersion => ({
  version,
  provenance: [aProvenance({ prompt_version: 'kit' })],
  ...aContent(),
  ...over,
});

/** The state of a version that was made, and approved if that is said. */
export const aVersionStatus = (
  version: number,
  status: 'draft' | 'approved' = 'draft',
): Kit['versions'][number] => ({
  version,
  status,
  created_at: '2026-11-20T08:00:00.000Z',
  created_by: 'recruiter:recruiter-1',
  questions: 3,
});

/** The job of the interviews that `anInterview` makes, stored with the brief of `aRecord`. */
export const aJob = () => {
  const { job_title, ai_interview_type, difficulty, language, question_count } = anInterview();
  if (!ai_interview_type) throw new Error('The interview is not for AI');
  const job_description = 'We store orders in DynamoDB.';
  return { job_title, job_description, ai_interview_type, difficulty, language, question_count };
};

/** A kit with as many drafts as said, of the job of `aJob`. */
export const aKit = (over: Partial<Kit> = {}): Kit => {
  const { job_description: _, ...settings } = aJob();
  return {
    ...settings,
    kit_id: id(300),
    job_hash: jobHash(aJob()),
    archived: false,
    created_at: '2026-11-20T08:00:00.000Z',
    versions: [aVersionStatus(1)],
    revision: 1,
    ...over,
  };
};
