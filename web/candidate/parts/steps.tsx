import type { Page } from '../page.ts';

/** The progress as a bar once there is any, and in words: the question's number, or what is answered. */
export const stepsOf = ({ t, session }: Page, number?: number) => {
  if (!session) return null;
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
