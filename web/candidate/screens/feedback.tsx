import { answerOf, firstOpen, numberOf } from '../machine/session.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Demonstration } from '../parts/demonstration.tsx';
import { TextSection } from '../parts/text-section.tsx';

/** One strength and one tip. No number: this is for the person, not about them. */
export const FeedbackView = ({ page, screen }: OnPage & { screen: ScreenOf<'feedback'> }) => {
  const { session } = page.state;
  const { t } = page.translator;
  if (!session) return null;
  const { question_id } = screen;
  const { feedback, feedback_detail: detail } = answerOf(session, question_id) ?? {};
  const isLast = !firstOpen(session);
  const number = numberOf(session, question_id);
  return (
    <div class="sheet">
      <h1>{t('feedbackTitle', { number, total: session.total_questions })}</h1>
      <Demonstration page={page} evaluator={detail?.evaluator} />
      {detail?.evaluator !== 'offline' && (
        <TextSection page={page} title={t('strength')} text={detail?.strength} />
      )}
      <TextSection page={page} title={t(isLast ? 'tipLast' : 'tip')} text={detail?.tip} />
      {!detail && <TextSection page={page} title={t('feedback')} text={feedback} />}
      <p class="hint">{t(detail ? 'feedbackByAi' : 'feedbackNone')}</p>
      {isLast && <p>{t('allSaved')}</p>}
      <ActionButton page={page} look="primary" does={{ type: 'continue' }}>
        {t(isLast ? 'finish' : 'next')}
      </ActionButton>
    </div>
  );
};
