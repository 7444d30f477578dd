import { answerOf } from '../machine/session.ts';
import type { OnPage } from '../page.ts';

/** All questions with answers and feedback; folded on screen, open on paper. */
export const Answers = ({ page }: OnPage) => {
  const { translator, state } = page;
  const { session } = state;
  if (!session) return null;
  return (
    <details class="answers">
      <summary>{translator.t('yourAnswers')}</summary>
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
                <p lang={translator.locale}>{translator.t('notAnswered')}</p>
              )}
              {answer?.feedback && <p class="hint">{answer.feedback}</p>}
            </li>
          );
        })}
      </ol>
    </details>
  );
};
