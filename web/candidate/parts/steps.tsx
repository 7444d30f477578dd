import type { OnPage } from '../page.ts';

/** The progress, in words and as a bar. */
export const Steps = ({ page, number }: OnPage & { number: number }) => {
  const { session } = page.state;
  if (!session) return null;
  const { t } = page.translator;
  const total = session.total_questions;
  const answered = session.responses.length;
  return (
    <div class="steps">
      <p class="caption">{t('questionOf', { number, total })}</p>
      <progress max={total} value={answered} aria-label={t('progress', { answered, total })} />
    </div>
  );
};
