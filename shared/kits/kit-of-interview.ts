import type { Deadline } from '../domain/deadline.ts';
import { AppError } from '../domain/errors.ts';
import type { LinkableInterview } from '../domain/interview.ts';
import { type KitJob, versionToUse } from '../domain/kit.ts';
import type { KitVersion } from '../domain/kit-content.ts';
import type { Actor } from '../table/audit.ts';
import { type Bound, ConditionFailed } from '../table/client.ts';
import type { readKitVersion, readNewestVersion } from '../table/kit-versions.ts';
import type { readKitAlone, readKitOfJob } from '../table/kits.ts';
import { type OneAtATime, writingKitOf } from '../table/leases.ts';
import { jobHash, type KitWriting, writeKit } from './write-kit.ts';

/** The dependencies of finding the kit of an interview, or writing it. */
export interface KitFinding extends KitWriting {
  readKitOfJob: Bound<typeof readKitOfJob>;
  readKitAlone: Bound<typeof readKitAlone>;
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
  { readKitAlone, readNewestVersion, readKitVersion, approved_only }: KitFinding,
  kit_id: string,
): Promise<KitInUse> => {
  const [kit, newest] = await Promise.all([readKitAlone(kit_id), readNewestVersion(kit_id)]);
  if (!kit || !newest) throw new Error('A kit that is in use is missing');
  const wanted = versionToUse(kit, approved_only);
  if (!wanted) throw notApproved();
  const content =
    wanted.version === newest.version ? newest : await readKitVersion(kit_id, wanted.version);
  if (!content) throw new Error('A version of a kit is missing');
  return { kit_id, content };
};
