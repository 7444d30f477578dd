import type { NewKit } from '../../shared/contract/endpoints/create-kit.ts';
import type { KitView } from '../../shared/contract/kit-view.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { jobDefaults } from '../../shared/domain/defaults.ts';
import { explainFailure } from '../../shared/interviewer/unavailable.ts';
import { viewKit } from '../../shared/kits/kit-view.ts';
import { rubricSent } from '../../shared/kits/rubric-sent.ts';
import { type KitWriting, writeKit } from '../../shared/kits/write-kit.ts';
import type { Actor } from '../../shared/table/audit.ts';

/**
 * Writes a kit on request. New interviews of the job take it unless the job has one in use.
 * @throws AppError ai_unavailable, budget_reached
 */
export const createKit = async (
  deps: KitWriting,
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
  try {
    const { kit, version } = await writeKit(deps, job, { by, given, otherwise: 'keep' }, deadline);
    return viewKit({ kit, job_description: job.job_description, uses: new Map() }, version);
  } catch (error) {
    throw explainFailure(error, 'Failed to write the interview kit', deps.now());
  }
};
