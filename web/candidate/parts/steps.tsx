import type { OnPage } from '../page.ts';

/** The progress as a bar once there is any, and in words: the question's number, or what is answered. */
export const Steps = ({ page, number }: OnPage & { number?: number }) => {
  const { session } = page;
  if (!session) return null;
  const { t } = page;
  const total = session.total_questions;
  const answered = session.responses.length;
  const words = number ? t('questionOf', { number, total }) : t('progress', { answered, total });
  return (
    <>
      {/* The number is also the title of the page. */}
      <p class="step" id={number ? 'step' : undefined}>
        {words}
      </p>
      {answered > 0 && <progress max={total} value={answered} aria-label={words} />}
    </>
  );
};
