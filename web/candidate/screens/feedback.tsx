import { answerOf, firstOpen, numberOf } from '../machine/session.ts';
import type { Screen } from '../machine/state.ts';
import type { OnPage } from '../page.ts';

/** One strength and one tip. No number: this is for the person, not about them. */
export const FeedbackView = ({
  page,
  screen,
}: OnPage & { screen: Extract<Screen, { name: 'feedback' }> }) => {
  const { dispatch, speech, state } = page;
  const { session } = state;
  const { say } = speech;
  if (!session) return null;
  const answer = answerOf(session, screen.question_id);
  const detail = answer?.feedback_detail;
  const isLast = !firstOpen(session);
  const number = numberOf(session, screen.question_id);
  return (
    <div class="sheet">
      <h1 tabIndex={-1}>{say('feedbackTitle', { number, total: session.total_questions })}</h1>
      <div lang={session.language} dir="auto">
        {detail ? (
          <>
            <h2 lang={speech.locale}>{say('strength')}</h2>
            <p>{detail.strength}</p>
            <h2 lang={speech.locale}>{say(isLast ? 'tipLast' : 'tip')}</h2>
            <p>{detail.tip}</p>
          </>
        ) : (
          answer?.feedback && <p>{answer.feedback}</p>
        )}
      </div>
      <p class="hint">{say(answer?.feedback ? 'feedbackByAi' : 'feedbackNone')}</p>
      {isLast && <p>{say('allSaved')}</p>}
      <button type="button" class="primary" onClick={() => dispatch({ type: 'continue' })}>
        {say(isLast ? 'finish' : 'next')}
      </button>
    </div>
  );
};
