import { answerOf, firstOpen, numberOf } from '../machine/session.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Steps } from '../parts/steps.tsx';
import { TextSection } from '../parts/text-section.tsx';

/** One strength and one tip. No number: this is for the person, not about them. */
export const FeedbackView = ({ page, screen }: OnPage & { screen: ScreenOf<'feedback'> }) => {
  const { t, session } = page;
  if (!session) return null;
  const { question_id } = screen;
  const { strength, tip, evaluator } = answerOf(session, question_id)?.feedback_detail ?? {};
  const isLast = !firstOpen(session);
  const number = numberOf(session, question_id);
  const total = session.total_questions;
  const by = evaluator === 'offline' ? 'feedbackByProgram' : 'feedbackByAi';
  return (
    <>
      <Steps page={page} />
      <h1>{t('feedbackTitle', { number, total })}</h1>
      <TextSection page={page} title={t('strength')} text={strength} />
      <TextSection page={page} title={t(isLast ? 'tipLast' : 'tip')} text={tip} />
      <p class="meta">{t(strength || tip ? by : 'feedbackNone')}</p>
      <div class="actions">
        <ActionButton page={page} look="primary" does={{ type: 'continue' }}>
          {t(isLast ? 'finish' : 'next')}
        </ActionButton>
      </div>
    </>
  );
};
