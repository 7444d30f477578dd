import { answerOf, firstOpen, numberOf } from '../machine/session.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Deed } from '../parts/deed.tsx';
import { Passage } from '../parts/passage.tsx';

/** One strength and one tip. No number: this is for the person, not about them. */
export const FeedbackView = ({ page, screen }: OnPage & { screen: ScreenOf<'feedback'> }) => {
  const { session } = page.state;
  const { say } = page.speech;
  if (!session) return null;
  const { question_id } = screen;
  const { feedback, feedback_detail: detail } = answerOf(session, question_id) ?? {};
  const isLast = !firstOpen(session);
  const number = numberOf(session, question_id);
  return (
    <div class="sheet">
      <h1>{say('feedbackTitle', { number, total: session.total_questions })}</h1>
      <Passage page={page} title={say('strength')} text={detail?.strength} />
      <Passage page={page} title={say(isLast ? 'tipLast' : 'tip')} text={detail?.tip} />
      {!detail && <Passage page={page} title={say('feedback')} text={feedback} />}
      <p class="hint">{say(detail ? 'feedbackByAi' : 'feedbackNone')}</p>
      {isLast && <p>{say('allSaved')}</p>}
      <Deed page={page} look="primary" does={{ type: 'continue' }}>
        {say(isLast ? 'finish' : 'next')}
      </Deed>
    </div>
  );
};
