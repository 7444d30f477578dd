import type { NewKit } from '../../shared/contract/endpoints/create-kit.ts';
import type { KitView } from '../../shared/contract/kit-view.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { jobDefaults } from '../../shared/domain/defaults.ts';
import type { Replayable } from '../../shared/domain/replayable.ts';
import { explainFailure } from '../../shared/interviewer/unavailable.ts';
import { viewKit } from '../../shared/kits/kit-view.ts';
import { rubricSent } from '../../shared/kits/rubric-sent.ts';
import { jobHash, type KitWriting, writeKit } from '../../shared/kits/write-kit.ts';
import type { Actor } from '../../shared/table/audit.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { idsBehind, Keyed, readIds } from '../../shared/table/idempotency.ts';
import type { readNewestVersion } from '../../shared/table/kit-versions.ts';
import type { rememberKit } from '../../shared/table/kit-writes.ts';
import type { readKit, readKitOfJob } from '../../shared/table/kits.ts';
import { type OneAtATime, writingKitOf } from '../../shared/table/leases.ts';

interface Deps extends KitWriting {
  readKitOfJob: Bound<typeof readKitOfJob>;
  readKit: Bound<typeof readKit>;
  readNewestVersion: Bound<typeof readNewestVersion>;
  readIds: Bound<typeof readIds>;
  idsBehind: Bound<typeof idsBehind>;
  rememberKit: Bound<typeof rememberKit>;
  oneAtATime: OneAtATime;
}

/**
 * Writes a kit on request. New interviews of the job take it unless the job has one in use. The job's
 * first kit is written once: what another request is writing at this moment is the result of this one.
 * A request that was made before under its key finds its kit; two at once wait for the job's lease.
 * @throws AppError ai_unavailable, budget_reached, conflict, idempotency_mismatch
 */
export const createKit = async (
  deps: Deps,
  by: Actor,
  { questions, question_count, ...sent }: NewKit,
  { request, deadline }: { request: Keyed | null; deadline: Deadline },
): Promise<Replayable<KitView>> => {
  const count = question_count ?? Math.max(jobDefaults.question_count, questions.length);
  const job = { ...sent, question_count: count };
  const given = questions.map(({ rubric, ...question }) => ({
    ...question,
    rubric: rubric && rubricSent(rubric, 1),
  }));
  const make = async () => {
    const wanted = { by, given, otherwise: 'keep', request } as const;
    const { kit, version } = await writeKit(deps, job, wanted, deadline);
    const read = { kit, job_description: job.job_description, uses: new Map() };
    return { body: viewKit(read, version), replayed: false };
  };
  try {
    const hash = jobHash(job);
    const isFirst = given.length === 0 && !(await deps.readKitOfJob(hash));
    const done = async () => {
      const ids = request && (await deps.readIds(request, deps.now()));
      if (ids) return { body: await storedKit(deps, ids.kit_id), replayed: true };
      const kit_id = isFirst ? await deps.readKitOfJob(hash) : null;
      if (!kit_id) return null;
      if (request) await deps.rememberKit(request, kit_id, deps.now());
      return { body: await storedKit(deps, kit_id), replayed: false };
    };
    return await deps.oneAtATime(writingKitOf(hash), deadline, { done, make });
  } catch (error) {
    const ids = await deps.idsBehind(error, request, deps.now());
    if (ids) return { body: await storedKit(deps, ids.kit_id), replayed: true };
    throw explainFailure(error, 'Failed to write the interview kit', deps.now());
  }
};

const storedKit = async (deps: Deps, kit_id = '') =>
  viewKit(...(await Promise.all([deps.readKit(kit_id), deps.readNewestVersion(kit_id)])));
