import { labelled } from '../copy/labelled.ts';
import { answerOf } from '../machine/session.ts';
import { unsentFor } from '../machine/unsent.ts';
import type { Page } from '../page.ts';
import { fold } from './fold.tsx';

/** Every question with what was written for it. What was not sent is open. */
export const answers = (page: Page) => {
  const { t, time, session, writing } = page;
  return (
    <section>
      <h2>{t('yourAnswers')}</h2>
      <div class="folds">
        {session?.questions.map(({ id, text }) => {
          const answer = answerOf(session, id);
          const unsent = unsentFor(page, id);
          const isSent = writing?.isSent && writing.question_id === id;
          const { strength, tip } = answer?.feedback_detail ?? {};
          return fold(page, {
            lang: session.language,
            title: text,
            note: answer && t('sentAt', { time: time(answer.answered_at) }),
            open: unsent.length > 0,
            texts: [
              answer?.response_text ?? t(isSent ? 'sentUnknown' : 'notAnswered'),
              labelled(page, 'feedback', [strength, tip].filter(Boolean).join(' ')),
              ...unsent.map((typed) =>
                labelled(page, isSent ? 'yourAnswer' : 'typedNotSent', typed.text),
              ),
            ],
          });
        })}
      </div>
    </section>
  );
};
