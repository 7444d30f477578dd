import { answerOf } from '../machine/session.ts';
import type { OnPage } from '../page.ts';

/** All questions with answers and feedback; folded on screen, open on paper. */
export const Answers = ({ page }: OnPage) => {
  const { speech, state } = page;
  const { session } = state;
  if (!session) return null;
  return (
    <details class="answers">
      <summary>{speech.say('yourAnswers')}</summary>
      <ol>
        {session.questions.map(({ id, text }) => {
          const answer = answerOf(session, id);
          return (
            <li key={id} lang={session.language} dir="auto">
              <p>
                <strong>{text}</strong>
              </p>
              {answer ? (
                <p class="written">{answer.response_text}</p>
              ) : (
                <p lang={speech.locale}>{speech.say('notAnswered')}</p>
              )}
              {answer?.feedback && <p class="hint">{answer.feedback}</p>}
            </li>
          );
        })}
      </ol>
    </details>
  );
};
