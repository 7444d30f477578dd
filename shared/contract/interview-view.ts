import { Brief, Interview } from '../domain/interview.ts';
import { Id } from '../domain/text.ts';

/** An interview as recruiters see it. `id` repeats `interview_id`, for clients that expect it. */
export const InterviewView = Interview.omit({
  revision: true,
  reviews: true,
  expired_kit_id: true,
  evaluation_requested: true,
}).extend({
  id: Id,
  ...Brief.shape,
});
