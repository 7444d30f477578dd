import type { Completed } from '../contract/endpoints/complete-interview.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Bound } from '../table/client.ts';
import { evaluating, type releaseLease } from '../table/leases.ts';
import { assessMissing, type Evaluating, evaluate } from './evaluate.ts';
import { completedView } from './result.ts';
import { type Seal, type Sealing, seal } from './seal.ts';

/** What completing an interview needs: sealing and evaluating it. */
export interface Completing extends Sealing, Evaluating {
  releaseLease: Bound<typeof releaseLease>;
  /** Called with the reason when the evaluation cannot be completed now. */
  report(interview_id: string, error: unknown): void;
}

/**
 * Seals an interview in progress, then evaluates it. Only the request that seals it calls the model,
 * so a hundred concurrent requests create one evaluation.
 * @throws as `seal`
 */
export const complete = async (
  deps: Completing,
  interview_id: string,
  how: Seal,
  until: Deadline,
): Promise<Completed> => {
  const { record, sealed } = await seal(deps, interview_id, how);
  if (!sealed) return completedView(record);
  try {
    const read = await assessMissing(deps, record, until);
    const made = await evaluate(deps, read, { version: 1, until });
    return completedView({ ...record, evaluations: [made] });
  } catch (error) {
    deps.report(interview_id, error);
    await deps.releaseLease(evaluating(interview_id), record.link.link_id);
    return completedView(record);
  }
};
