import type { Result } from '../api/replies.ts';
import { answerOf } from '../machine/session.ts';
import type { Page } from '../page.ts';
import { fold } from './fold.tsx';

/** The person's own words that the evaluation is based on, by answer and in the order of its text. */
export const evidenceOf = (page: Page, evidence: Result['evidence']) => {
  const { t, session } = page;
  return (
    <section>
      <h3>{t('quotes')}</h3>
      <p class="meta">{t('quotesText')}</p>
      <div class="folds">
        {evidence.map(({ question_id: id, question, quotes }) => {
          const answer = answerOf(session, id)?.response_text;
          // A passage in pieces is where its first piece is.
          const place = (quote: string) => answer?.indexOf(quote.replace(/ … .*/s, '')) ?? 0;
          return fold(page, {
            lang: session?.language,
            title: question,
            note: t('passages', { count: quotes.length }),
            as: 'blockquote',
            texts: [...quotes].sort((one, other) => place(one) - place(other)),
          });
        })}
      </div>
    </section>
  );
};
