import type { OnPage } from '../page.ts';

/** The progress as a bar once there is any, and in words: the question's number, or what is answered. */
export const Steps = ({ page, number }: OnPage & { number?: number }) => {
  const { session } = page.state;
  if (!session) return null;
  const { t } = page.translator;
  const total = session.total_questions;
  const answered = session.responses.length;
  // The number is also the title of the page.
  const id = number ? 'step' : 'answered';
  return (
    <>
      <p class="step" id={id} key={number}>
        {number ? t('questionOf', { number, total }) : t('progress', { answered, total })}
      </p>
      {answered > 0 && <progress max={total} value={answered} aria-labelledby={id} />}
    </>
  );
};
