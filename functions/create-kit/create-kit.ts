import type { NewKit } from '../../shared/contract/endpoints/create-kit.ts';
import type { KitView } from '../../shared/contract/kit-view.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { jobDefaults } from '../../shared/domain/defaults.ts';
import { explainFailure } from '../../shared/interviewer/unavailable.ts';
import { viewKit } from '../../shared/kits/kit-view.ts';
import { rubricSent } from '../../shared/kits/rubric-sent.ts';
import { jobHash, type KitWriting, writeKit } from '../../shared/kits/write-kit.ts';
import type { Actor } from '../../shared/table/audit.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { readNewestVersion } from '../../shared/table/kit-versions.ts';
import type { readKit, readKitOfJob } from '../../shared/table/kits.ts';
import { type OneAtATime, writingKitOf } from '../../shared/table/leases.ts';

interface Deps extends KitWriting {
  readKitOfJob: Bound<typeof readKitOfJob>;
  readKit: Bound<typeof readKit>;
  readNewestVersion: Bound<typeof readNewestVersion>;
  oneAtATime: OneAtATime;
}

/**
 * Writes a kit on request. New interviews of the job take it unless the job has one in use. The job's
 * first kit is written once: what another request is writing at this moment is the result of this one.
 * @throws AppError ai_unavailable, budget_reached, conflict
 */
export const createKit = async (
  deps: Deps,
  by: Actor,
  { questions, question_count, ...sent }: NewKit,
  deadline: Deadline,
): Promise<KitView> => {
  const count = question_count ?? Math.max(jobDefaults.question_count, questions.length);
  const job = { ...sent, question_count: count };
  const given = questions.map(({ rubric, ...question }) => ({
    ...question,
    rubric: rubric && rubricSent(rubric, 1),
  }));
  const make = async () => {
    const { kit, version } = await writeKit(deps, job, { by, given, otherwise: 'keep' }, deadline);
    return viewKit({ kit, job_description: job.job_description, uses: new Map() }, version);
  };
  try {
    const hash = jobHash(job);
    const isFirst = given.length === 0 && !(await deps.readKitOfJob(hash));
    const done = async () => {
      const kit_id = isFirst ? await deps.readKitOfJob(hash) : null;
      return kit_id
        ? viewKit(...(await Promise.all([deps.readKit(kit_id), deps.readNewestVersion(kit_id)])))
        : null;
    };
    return await deps.oneAtATime(writingKitOf(hash), deadline, { done, make });
  } catch (error) {
    throw explainFailure(error, 'Failed to write the interview kit', deps.now());
  }
};
