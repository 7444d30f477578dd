import { answerOf, firstOpen, numberOf } from '../machine/session.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { Page } from '../page.ts';
import { button } from '../parts/action-button.tsx';
import { stepsOf } from '../parts/steps.tsx';
import { textSection } from '../parts/text-section.tsx';

/** One strength and one tip. No number: this is for the person, not about them. */
export const feedbackScreen = (page: Page, screen: ScreenOf<'feedback'>) => {
  const { t, session } = page;
  if (!session) return null;
  const { question_id } = screen;
  const { strength, tip, evaluator } = answerOf(session, question_id)?.feedback_detail ?? {};
  const isLast = !firstOpen(session);
  return (
    <>
      {stepsOf(page)}
      <h1>
        {t('feedbackTitle', {
          number: numberOf(session, question_id),
          total: session.total_questions,
        })}
      </h1>
      {textSection(page, 'h2', t('strength'), strength)}
      {textSection(page, 'h2', t(isLast ? 'tipLast' : 'tip'), tip)}
      <p class="meta">
        {t(
          !strength && !tip
            ? 'feedbackNone'
            : evaluator === 'offline'
              ? 'feedbackByProgram'
              : 'feedbackByAi',
        )}
      </p>
      <div class="actions">
        {button(page, t(isLast ? 'finish' : 'next'), { type: 'continue' }, 'primary')}
      </div>
    </>
  );
};
