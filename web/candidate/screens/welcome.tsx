import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Facts } from '../parts/facts.tsx';

/** An honest estimate: about four minutes to read a question and to write its answer. */
const minutesPerQuestion = 4;

/** What to expect, on one screen of a phone, with the button that begins. */
export const Welcome = ({ page }: OnPage) => {
  const { t, opened } = page;
  if (!opened) return null;
  const { total_questions: count, evaluator } = opened;
  const duration = page.duration(count * minutesPerQuestion * 60_000);
  return (
    <>
      <p class="step">{t('hello', { name: opened.candidate_name })}</p>
      <h1>{t('welcomeTitle', { role: opened.job_title })}</h1>
      <Facts
        page={page}
        facts={{
          questions: t('questionsInWriting', { count }),
          takes: t('noTimer', { duration }),
          openUntil: page.moment(opened.expires_at),
        }}
      />
      <p>{t('welcomeText')}</p>
      <p>
        {t(evaluator === 'offline' ? 'demonstration' : 'aiShort')}{' '}
        <ActionButton page={page} look="link" does={{ type: 'begin' }}>
          {t('howAi')}
        </ActionButton>
      </p>
      <div class="actions">
        <ActionButton page={page} look="primary" does={{ type: 'begin' }}>
          {t('begin')}
        </ActionButton>
        <ActionButton page={page} does={{ type: 'practise' }}>
          {t('tryPractice')}
        </ActionButton>
      </div>
    </>
  );
};
