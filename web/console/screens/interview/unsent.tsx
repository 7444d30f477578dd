import { dayAndTime } from '../../time.ts';
import { numberOf } from './progress-rows.ts';
import type { ShownProps } from './shown.ts';

/** What was typed and not sent before the interview was over. */
export const Unsent = ({ interview, zone }: ShownProps) => {
  const { unsent_drafts: drafts, questions } = interview;
  if (drafts.length === 0) return null;
  return (
    <section class="block card" aria-labelledby="unsent">
      <div class="card-head">
        <h2 id="unsent">Typed and not sent</h2>
        <p class="meta">Not scored, and in no prompt.</p>
      </div>
      {drafts.map(({ question_id, order, text, saved_at }) => (
        <div key={question_id} class="stack-s">
          <h3>
            {numberOf(order)}. <bdi>{questions.find(({ id }) => id === question_id)?.text}</bdi>
          </h3>
          <p class="meta">Saved {dayAndTime(saved_at, zone)}</p>
          <blockquote class="as-typed" dir="auto">
            {text}
          </blockquote>
        </div>
      ))}
    </section>
  );
};
