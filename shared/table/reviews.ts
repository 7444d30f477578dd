import type { Interview } from '../domain/interview.ts';
import { Review } from '../domain/review.ts';
import { type Actor, happens } from './audit.ts';
import { getItem, type Table, transact } from './client.ts';
import { putNew } from './conditions.ts';
import { type Ids, type Keyed, recordRef, remember } from './idempotency.ts';
import { interviewPk, sk } from './keys.ts';

/**
 * Adds a review; the first one ends the wait for a decision, counted on the day of completion.
 * @param interview as it was read, so that reviews are numbered without a gap
 * @throws ConditionFailed if another one came first, the request was made before, or the interview is
 * not completed
 */
export const putReview = (
  table: Table,
  interview: Pick<Interview, 'interview_id' | 'kit_id' | 'reviews' | 'completed_at'>,
  { review, by, request = null }: { review: Review; by: Actor; request?: Keyed | null },
): Promise<void> => {
  const { interview_id, kit_id, reviews, completed_at } = interview;
  const { number, decision, score, made_at: at } = review;
  return transact(table, [
    putNew(table, interview_id, sk.decision(number), {
      ...review,
      // So that erasure finds the record.
      ...(request && { idempotency_record: recordRef(request, Date.parse(at)) }),
    }),
    ...(request
      ? [remember(table, request, { interview_id, review: String(number) }, Date.parse(at))]
      : []),
    ...happens(
      table,
      interview_id,
      'completed',
      { event: 'review_made', at, actor: by, facts: { number, decision, score } },
      {
        set: { decision, updated_at: at },
        add: { reviews: 1 },
        // Before reports, nobody counted it as waiting.
        ...(!reviews &&
          completed_at && { counts: [{ kit_id, at: completed_at, counts: { waiting: -1 } }] }),
      },
    ),
  ]);
};

/** The review that a request has made before; null once it is erased. */
export const readReview = async (
  table: Table,
  { interview_id = '', review }: Ids,
): Promise<Review | null> => {
  const item = await getItem(table, interviewPk(interview_id), sk.decision(Number(review)));
  return item ? Review.parse(item) : null;
};
