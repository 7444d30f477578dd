import {
  changeable,
  type InterviewChange,
} from '../../shared/contract/endpoints/update-interview.ts';
import { AppError } from '../../shared/domain/errors.ts';
import type { InterviewRecord } from '../../shared/table/interviews.ts';

/**
 * Checks that what was sent can be changed now: `legal_hold` always, all else as long as nothing rests
 * on it.
 * @throws AppError update_conflict, interview_completed, interview_cancelled, interview_started,
 * has_link
 */
export const requireChangeable = (
  { interview, link }: Pick<InterviewRecord, 'interview' | 'link'>,
  { if_updated_at, ...sent }: InterviewChange,
): void => {
  const updated_at = interview.updated_at ?? interview.created_at;
  if (if_updated_at && Date.parse(if_updated_at) !== Date.parse(updated_at)) {
    throw new AppError('update_conflict', 'The interview has changed since it was read', {
      details: { updated_at },
    });
  }
  const has = (fields: readonly (keyof typeof sent)[]) =>
    fields.some((field) => sent[field] !== undefined);
  const { times, person, job } = changeable;
  if (!has([...times, ...person, ...job])) return;
  if (interview.status === 'completed') {
    throw new AppError('interview_completed', 'A completed interview cannot be changed');
  }
  if (interview.status === 'cancelled') {
    throw new AppError('interview_cancelled', 'A cancelled interview cannot be changed');
  }
  if (interview.status === 'in_progress' && has([...person, ...job])) {
    const still = `${times.join(', ')} (and legal_hold by admins)`;
    const message = `The interview has started: what can still be changed is ${still}`;
    throw new AppError('interview_started', message);
  }
  if (link && has(job)) {
    const message = 'The interview has a link: what its questions are based on cannot be changed';
    throw new AppError('has_link', message);
  }
};
