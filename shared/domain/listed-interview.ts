import * as z from 'zod';
import { Interview } from './interview.ts';
import { Recommendation } from './score.ts';
import { linkExpiry } from './window.ts';

/**
 * The item of an interview as lists read it: what is known of its link, answers, evaluation and
 * reviews is noted on it by the transactions that change them. What is missing is 0, or null.
 */
export const ListedInterview = Interview.extend({
  /** The key that its live link is signed with. */
  link_key_id: z.int().optional(),
  answered_questions: z.int().optional(),
  total_questions: z.int().optional(),
  score: z.int().nullish(),
  recommendation: Recommendation.nullish(),
  needs_human: z.boolean().optional(),
  /** The version of its newest evaluation. */
  evaluation_version: z.int().optional(),
});
export type ListedInterview = z.infer<typeof ListedInterview>;

type Timed = Pick<Interview, 'status' | 'starts_at' | 'ends_at' | 'expired_at'>;

/**
 * The status that lists show: `expired` for one that was not started in its window, by the clock
 * (`now`, ms since the epoch), since the sweep notes it only every five minutes.
 */
export const shownStatus = (interview: Timed, now: number): Interview['status'] | 'expired' => {
  if (interview.status !== 'scheduled') return interview.status;
  const expiry = linkExpiry(interview);
  const isOver = interview.expired_at !== undefined || (expiry !== null && now > expiry);
  return isOver ? 'expired' : 'scheduled';
};
