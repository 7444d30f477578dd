import * as z from 'zod';
import { mostQuestions } from './defaults.ts';
import { Difficulty, InterviewType, Language } from './interview.ts';
import { limits } from './plain-text.ts';
import { exactText, Id } from './text.ts';

/** What makes a job one job: all its interviews share a kit. Neither a candidate nor a model. */
export interface KitJob {
  job_title: string;
  job_description: string;
  ai_interview_type: InterviewType;
  difficulty: Difficulty;
  /** BCP 47; everything in the kit is written in it. */
  language: string;
  question_count: number;
}

/** What changes about a version: a draft can be approved. */
export const VersionStatus = z.object({
  version: z.int().min(1),
  status: z.enum(['draft', 'approved']),
  created_at: z.string(),
  /** `recruiter:<user id>`. */
  created_by: z.string(),
  approved_at: z.string().optional(),
  approved_by: z.string().optional(),
  /** How many questions it has. */
  questions: z.int(),
});
export type VersionStatus = z.infer<typeof VersionStatus>;

/** The maximum number of versions of one kit; their states are listed in one item. */
export const maxVersions = 200;

/** A kit without its content: whose it is, and which versions it has. */
export const Kit = z.object({
  kit_id: Id,
  /** Of its job; its pointer leads to the kit that new interviews take. */
  job_hash: z.string(),
  job_title: exactText(limits.name, 1),
  ai_interview_type: InterviewType,
  difficulty: Difficulty,
  language: Language,
  /** As asked for. A version may have another number of questions. */
  question_count: z.int().min(1).max(mostQuestions),
  archived: z.boolean(),
  created_at: z.string(),
  /** Oldest first. */
  versions: z.array(VersionStatus).min(1),
  /** Incremented by every change of this item; a change states the one it has read. */
  revision: z.int(),
});
export type Kit = z.infer<typeof Kit>;

/** The newest version's number and state. */
export const newestVersion = ({ versions }: Pick<Kit, 'versions'>): VersionStatus => {
  const newest = versions.at(-1);
  if (!newest) throw new Error('A kit is stored without a version');
  return newest;
};

/** The version that a new link takes: the newest, or the newest approved one; null if none is. */
export const versionToUse = (
  kit: Pick<Kit, 'versions'>,
  approved_only: boolean,
): VersionStatus | null =>
  approved_only
    ? (kit.versions.findLast(({ status }) => status === 'approved') ?? null)
    : newestVersion(kit);
