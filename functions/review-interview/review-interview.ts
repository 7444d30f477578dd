import type { NewReview } from '../../shared/contract/endpoints/review-interview.ts';
import type { ReviewView } from '../../shared/contract/review-view.ts';
import { AppError, interviewNotFound } from '../../shared/domain/errors.ts';
import type { Replayable } from '../../shared/domain/replayable.ts';
import { mostReviews, type Review } from '../../shared/domain/review.ts';
import { namedReview } from '../../shared/interviews/named.ts';
import { requireInterview } from '../../shared/interviews/require-interview.ts';
import { type Actor, actorName } from '../../shared/table/audit.ts';
import { type Bound, overIfOvertaken } from '../../shared/table/client.ts';
import type { idsBehind, Keyed } from '../../shared/table/idempotency.ts';
import type { InterviewRecord, readInterview } from '../../shared/table/interviews.ts';
import { nextMoment } from '../../shared/table/moment.ts';
import type { putReview, readReview } from '../../shared/table/reviews.ts';
import type { readUserNames } from '../../shared/table/user-names.ts';

interface Deps {
  readInterview: Bound<typeof readInterview>;
  readReview: Bound<typeof readReview>;
  readUserNames: Bound<typeof readUserNames>;
  putReview: Bound<typeof putReview>;
  idsBehind: Bound<typeof idsBehind>;
  now(): number;
}

/** A request for a review, and its key if it has one. */
interface Asked {
  by: Actor;
  interview_id: string;
  sent: NewReview;
  request: Keyed | null;
}

/**
 * Adds a review to a completed interview. It changes no score. A request that was made before under
 * its key finds the review that it has made.
 * @throws AppError interview_not_found, not_completed, too_many_requests, conflict,
 * idempotency_mismatch
 */
export const reviewInterview = (deps: Deps, asked: Asked): Promise<Replayable<ReviewView>> =>
  overIfOvertaken(async () => {
    const [read, names] = await Promise.all([
      deps.readInterview(asked.interview_id),
      deps.readUserNames(),
    ]);
    try {
      return { body: namedReview(await review(deps, asked, read), names), replayed: false };
    } catch (error) {
      const ids = await deps.idsBehind(error, asked.request, deps.now());
      if (!ids) throw error;
      const made = await deps.readReview(ids);
      if (!made) throw interviewNotFound();
      return { body: namedReview(made, names), replayed: true };
    }
  });

const review = async (
  deps: Deps,
  { by, sent, request }: Asked,
  read: InterviewRecord | null,
): Promise<Review> => {
  const record = requireInterview(read);
  const { status, reviews = 0 } = record.interview;
  if (status !== 'completed') {
    throw new AppError('not_completed', 'Only a completed interview can be reviewed');
  }
  if (reviews >= mostReviews) {
    const message = `The interview already has the maximum of ${mostReviews} reviews`;
    throw new AppError('too_many_requests', message);
  }
  const { decision, reason, score = null } = sent;
  const made_at = nextMoment(record, deps.now());
  const actor = actorName(by);
  const made = { number: reviews + 1, decision, reason, score, actor, made_at };
  await deps.putReview(record.interview, { review: made, by, request });
  return made;
};
