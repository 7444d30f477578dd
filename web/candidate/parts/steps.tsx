import type { OnPage } from '../page.ts';

/** Where one stands: in words, and as a bar. */
export const Steps = ({ page, number }: OnPage & { number: number }) => {
  const { session } = page.state;
  if (!session) return null;
  const { say } = page.speech;
  const total = session.total_questions;
  const answered = session.responses.length;
  return (
    <div class="steps">
      <p class="caption">{say('questionOf', { number, total })}</p>
      <progress max={total} value={answered} aria-label={say('progress', { answered, total })} />
    </div>
  );
};
