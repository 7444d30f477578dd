import type { Result } from '../api/replies.ts';
import type { OnPage } from '../page.ts';

/** The person's own words that the evaluation is based on, by question. */
export const Evidence = ({ page, evidence }: OnPage & { evidence: Result['evidence'] }) => {
  const { translator, state } = page;
  const shown = evidence.filter(({ quotes }) => quotes.length > 0);
  if (shown.length === 0) return null;
  const lang = state.session?.language;
  return (
    <>
      <h2>{translator.t('quotes')}</h2>
      <p>{translator.t('quotesText')}</p>
      {shown.map(({ question_id, question, quotes }) => (
        <figure key={question_id} lang={lang} dir="auto">
          <figcaption>{question}</figcaption>
          {[...new Set(quotes)].map((quote) => (
            <blockquote key={quote}>{quote}</blockquote>
          ))}
        </figure>
      ))}
    </>
  );
};
