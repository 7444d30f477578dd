import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Demonstration } from '../parts/demonstration.tsx';
import { Facts } from '../parts/facts.tsx';
import { Form } from '../parts/form.tsx';
import { NoticePoints } from '../parts/notice-points.tsx';
import { Problem } from '../parts/problem.tsx';
import { Waiting } from '../parts/waiting.tsx';

/** What to expect, how AI is used, and the button that starts the interview. */
export const Welcome = ({ page, screen }: OnPage & { screen: ScreenOf<'welcome'> }) => {
  const { dispatch, translator, state } = page;
  const { t, notice } = translator;
  const { opened } = state;
  if (!opened) return null;
  return (
    <Form page={page} sends="begin">
      {screen.problem && <Problem page={page} field="agreed" text={t('agreementMissing')} />}
      <p class="caption">{t('hello', { name: opened.candidate_name })}</p>
      <h1>{t('welcomeTitle', { role: opened.job_title })}</h1>
      <Demonstration page={page} evaluator={opened.evaluator} />
      <Facts
        page={page}
        facts={{
          questions: translator.number(opened.total_questions),
          takes: translator.duration(opened.duration_minutes * 60_000),
          plannedFor: translator.span(opened.starts_at, opened.ends_at),
          openUntil: translator.moment(opened.expires_at),
          zone: translator.zone(),
        }}
      />
      <h2>{t('answeringTitle')}</h2>
      <p>{t('answeringText')}</p>
      <p>{t('savingText')}</p>
      <section class="note">
        <h2>{notice.heading}</h2>
        <NoticePoints points={notice.points} />
      </section>
      {opened.notice.required && (
        <label class="check">
          <input
            id="agreed"
            type="checkbox"
            checked={state.agreed}
            aria-invalid={screen.problem ? 'true' : undefined}
            aria-describedby={screen.problem ? 'problem' : undefined}
            onChange={({ currentTarget }) =>
              dispatch({ type: 'agree', agreed: currentTarget.checked })
            }
          />
          {t('agreement')}
        </label>
      )}
      <div class="actions">
        <button type="submit" class="btn primary">
          {t('begin')}
        </button>
        <ActionButton page={page} look="quiet" does={{ type: 'practise' }}>
          {t('tryPractice')}
        </ActionButton>
      </div>
      <Waiting page={page} on={screen.sending} doing={t('beginning')} />
    </Form>
  );
};
