import type { Page } from '../page.ts';
import { button } from '../parts/action-button.tsx';
import { factsOf } from '../parts/facts.tsx';

/** An honest estimate: about four minutes to read a question and to write its answer. */
const minutesPerQuestion = 4;

/** What to expect, on one screen of a phone, with the button that begins. */
export const welcomeScreen = (page: Page) => {
  const { t, opened } = page;
  if (!opened) return null;
  const { total_questions: count, evaluator } = opened;
  return (
    <>
      <p class="step">{t('hello', { name: opened.candidate_name })}</p>
      <h1>{t('welcomeTitle', { role: opened.job_title })}</h1>
      {factsOf(page, {
        questions: t('questionsInWriting', { count }),
        takes: t('noTimer', { duration: page.duration(count * minutesPerQuestion * 60_000) }),
        openUntil: page.moment(opened.expires_at),
      })}
      <p>{t('welcomeText')}</p>
      <p>
        {t(evaluator === 'offline' ? 'demonstration' : 'aiShort')}{' '}
        {button(page, t('howAi'), { type: 'begin' }, 'plain')}
      </p>
      <div class="actions">
        {button(page, t('begin'), { type: 'begin' }, 'primary')}
        {button(page, t('tryPractice'), { type: 'practise' })}
      </div>
    </>
  );
};
