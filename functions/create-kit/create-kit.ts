import type { NewKit } from '../../shared/contract/endpoints/create-kit.ts';
import type { KitView } from '../../shared/contract/kit-view.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { jobDefaults } from '../../shared/domain/defaults.ts';
import { explainFailure } from '../../shared/interviewer/unavailable.ts';
import { jobHash, type KitWriting, writeKit } from '../../shared/kits/kit-of-job.ts';
import { viewKit } from '../../shared/kits/kit-view.ts';
import { rubricSent } from '../../shared/kits/rubric-sent.ts';
import type { Actor } from '../../shared/table/audit.ts';
import { type Bound, ConditionFailed } from '../../shared/table/client.ts';
import type { readKit, readKitOfJob } from '../../shared/table/kits.ts';

interface Deps extends KitWriting {
  readKit: Bound<typeof readKit>;
  readKitOfJob: Bound<typeof readKitOfJob>;
}

/**
 * Writes a kit on request. New interviews of the job take it unless the job has one in use.
 * @throws AppError ai_unavailable, budget_reached
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
  const hash = jobHash(job);
  const known = await deps.readKitOfJob(hash);
  const inUse = known ? await deps.readKit(known) : null;
  const pointer = !known || inUse?.kit.archived ? { replaces: known } : 'leave';
  try {
    const { kit, version } = await writeKit(
      {
        ...deps,
        // Another request may give the job a kit while this one is written; then that one stays.
        putKit: (made, wanted) =>
          deps.putKit(made, wanted).catch((error: unknown) => {
            if (error instanceof ConditionFailed) return deps.putKit(made, 'leave');
            throw error;
          }),
      },
      job,
      { by, given, pointer },
      deadline,
    );
    return viewKit({ kit, job_description: job.job_description, uses: new Map() }, version);
  } catch (error) {
    throw explainFailure(error, 'Failed to write the interview kit', deps.now());
  }
};
