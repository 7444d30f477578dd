import { createHash, randomUUID } from 'node:crypto';
import type { Deadline } from '../domain/deadline.ts';
import { AppError } from '../domain/errors.ts';
import type { LinkableInterview } from '../domain/interview.ts';
import { type Kit, KitContent, type KitJob, type KitVersion, versionToUse } from '../domain/kit.ts';
import { parseInput } from '../http/validation.ts';
import type { Interviewer } from '../interviewer/interviewer.ts';
import { type Actor, actorName } from '../table/audit.ts';
import { type Bound, ConditionFailed } from '../table/client.ts';
import type {
  putKit,
  readKit,
  readKitOfJob,
  readKitVersion,
  readNewestVersion,
} from '../table/kits.ts';
import { type OneAtATime, writingKitOf } from '../table/leases.ts';
import { type GivenQuestion, writeContent } from './write-content.ts';

/** The dependencies of writing a kit. */
export interface KitWriting {
  interviewer: Pick<Interviewer, 'deriveCompetencies' | 'writeQuestions'>;
  putKit: Bound<typeof putKit>;
  now(): number;
}

/** The dependencies of finding the kit of an interview, or writing it. */
export interface KitFinding extends KitWriting {
  readKitOfJob: Bound<typeof readKitOfJob>;
  readKit: Bound<typeof readKit>;
  readKitVersion: Bound<typeof readKitVersion>;
  readNewestVersion: Bound<typeof readNewestVersion>;
  oneAtATime: OneAtATime;
  /** Whether only an approved version may be used. */
  approved_only: boolean;
}

/** The version of a kit that a link takes, with its content. */
export interface KitInUse {
  kit_id: string;
  content: KitVersion;
}

/** The identity of a job: its text and settings; not the candidate, not the model. */
export const jobHash = (job: KitJob): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        job.job_title,
        job.job_description,
        job.ai_interview_type,
        job.difficulty,
        job.language,
        job.question_count,
      ]),
    )
    .digest('hex');

/**
 * Writes a kit and stores it as version 1, a draft.
 * @throws InterviewerError, AppError invalid_input if it is too large, ConditionFailed if it is to be
 * dropped where the job has another kit
 */
export const writeKit = async (
  deps: KitWriting,
  job: KitJob,
  wanted: {
    by: Actor;
    given?: readonly GivenQuestion[];
    otherwise: Parameters<typeof putKit>[2];
  },
  deadline: Deadline,
): Promise<{ kit: Kit; version: KitVersion }> => {
  const { by, given = [], otherwise } = wanted;
  const written = await writeContent(deps.interviewer, job, given, deadline);
  // What was given may be too large for a version.
  const content = parseInput(KitContent, written.content);
  const { provenance } = written;
  const created_at = new Date(deps.now()).toISOString();
  const version: KitVersion = { version: 1, provenance, ...content };
  // Field by field: whoever asks has more than the job at hand, a candidate's name among it.
  const kit: Kit = {
    job_title: job.job_title,
    ai_interview_type: job.ai_interview_type,
    difficulty: job.difficulty,
    language: job.language,
    question_count: job.question_count,
    kit_id: randomUUID(),
    job_hash: jobHash(job),
    archived: false,
    created_at,
    versions: [
      {
        version: 1,
        status: 'draft',
        created_at,
        created_by: actorName(by),
        questions: content.questions.length,
      },
    ],
    revision: 1,
  };
  await deps.putKit({ kit, job_description: job.job_description, version }, otherwise);
  return { kit, version };
};

/**
 * The kit that a link of an interview takes its questions from: the interview's own, else that of its
 * job, which is written now if there is none. Requests at the same moment pay for one kit only.
 * @throws InterviewerError, AppError kit_not_approved, conflict
 */
export const kitOfInterview = async (
  deps: KitFinding,
  { kit_id, ...job }: KitJob & Pick<LinkableInterview, 'kit_id'>,
  by: Actor,
  deadline: Deadline,
): Promise<KitInUse> => {
  if (kit_id) return inUse(deps, kit_id);
  const hash = jobHash(job);
  const find = async (): Promise<KitInUse | null> => {
    const known = await deps.readKitOfJob(hash);
    return known ? inUse(deps, known) : null;
  };
  const known = await find();
  if (known) return known;
  if (deps.approved_only) throw notApproved();
  const make = async (): Promise<KitInUse> => {
    const { kit, version } = await writeKit(deps, job, { by, otherwise: 'drop' }, deadline);
    return { kit_id: kit.kit_id, content: version };
  };
  return deps
    .oneAtATime(writingKitOf(hash), deadline, { done: find, make })
    .catch(async (error) => {
      // A recruiter made a kit meanwhile, or the lease ran out: the first one stored is the job's.
      const first = error instanceof ConditionFailed ? await find() : null;
      if (first) return first;
      throw error;
    });
};

const notApproved = () =>
  new AppError(
    'kit_not_approved',
    'No approved interview kit: approve a version of the job’s kit, or create one with POST /api/interview-kits/',
  );

/** The version to use, and the newest read beside the kit, since it nearly always is that one. */
const inUse = async (
  { readKit, readNewestVersion, readKitVersion, approved_only }: KitFinding,
  kit_id: string,
): Promise<KitInUse> => {
  const [record, newest] = await Promise.all([readKit(kit_id), readNewestVersion(kit_id)]);
  if (!record || !newest) throw new Error('A kit that is in use is missing');
  const wanted = versionToUse(record.kit, approved_only);
  if (!wanted) throw notApproved();
  const content =
    wanted.version === newest.version ? newest : await readKitVersion(kit_id, wanted.version);
  if (!content) throw new Error('A version of a kit is missing');
  return { kit_id, content };
};
