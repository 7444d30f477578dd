import type { OnPage } from '../page.ts';

/** The progress in words, and as a bar once there is any. */
export const Steps = ({ page, number }: OnPage & { number: number }) => {
  const { session } = page.state;
  if (!session) return null;
  const total = session.total_questions;
  const answered = session.responses.length;
  return (
    <>
      <p class="step" id="step" key={number}>
        {page.translator.t('questionOf', { number, total })}
      </p>
      {answered > 0 && <progress max={total} value={answered} aria-labelledby="step" />}
    </>
  );
};
