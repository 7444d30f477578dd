import type { Item } from '../table/client.ts';
import type { InterviewRecord } from '../table/interviews.ts';
import { interviewIndex } from '../table/keys.ts';
import { momentsOf } from './moments-of.ts';

/** Attributes that say 0 when they are missing. */
const numbers: readonly string[] = ['answered_questions', 'total_questions', 'open_requests'];

/** What the item of an interview is to say for lists, by what is stored beside it. */
export const listingOf = (record: InterviewRecord): Item => {
  const { interview, link, questions, responses, accommodations, evaluations } = record;
  const moments = momentsOf(record);
  const evaluation = evaluations.at(-1);
  return {
    ...interviewIndex(interview),
    link_key_id: link?.key_id,
    answered_questions: responses.length,
    total_questions: questions.length,
    open_requests: accommodations.filter((one) => !one.handled).length,
    score: evaluation?.score,
    recommendation: evaluation?.recommendation,
    needs_human: evaluation?.needs_human,
    evaluation_version: evaluation?.version,
    ...moments,
    // Before this was noted, nobody else could.
    completed_by: interview.completed_by ?? (moments.completed_at && 'candidate'),
  };
};

/** What has to be written on an item so that it says this. */
export const missingFrom = (item: Item, listing: Item): Item =>
  Object.fromEntries(
    Object.entries(listing).filter(
      ([name, value]) =>
        value !== undefined && (item[name] ?? (numbers.includes(name) ? 0 : null)) !== value,
    ),
  );
