import type { Result } from '../api/replies.ts';
import { answerOf } from '../machine/session.ts';
import { unsentFor } from '../machine/unsent.ts';
import type { Page } from '../page.ts';
import { decisionWords, demonstrationWords, scoreWords } from './result-words.ts';

const heading = (text: string) => `== ${text} ==`;
const titled = (title: string, text: string | null) => text && `${title}:\n${text}`;

/**
 * The candidate's own copy as plain text: reference, answers with feedback, unsent text, and the
 * evaluation if there is one.
 */
export const copyOf = (page: Page, result: Result | null): string => {
  const { brand, reference, translator, state } = page;
  const { session } = state;
  const { t } = translator;
  const answers = session?.questions.flatMap(({ id, text }, index) => {
    const answer = answerOf(session, id);
    const unsent = unsentFor(state, id);
    const none = unsent.length > 0 ? null : t('notAnswered');
    return [
      heading(t('questionOf', { number: index + 1, total: session.total_questions })),
      text,
      titled(t('yourAnswer'), answer?.response_text ?? none),
      titled(t('feedback'), answer?.feedback ?? null),
      ...unsent.map((typed) => titled(t('typedNotSent'), typed.text)),
    ];
  });
  const evaluation = result && [
    heading(t('evaluation')),
    demonstrationWords(page, result.evaluator),
    scoreWords(page, result).join('\n'),
    result.evaluation,
    titled(t('strengths'), result.strengths),
    titled(t('areas'), result.areas_for_improvement),
    ...result.evidence.map(({ question, quotes }) =>
      [question, ...quotes.map((quote) => `> ${quote}`)].join('\n'),
    ),
    ...decisionWords(page, result),
  ];
  const parts = [
    [t('interview'), session?.job_title, brand?.employer_name].filter(Boolean).join(' – '),
    reference && `${t('reference')}: ${reference}`,
    ...(answers ?? []),
    // Of an expired link nothing is known but what this device has.
    !session && titled(t('typedNotSent'), state.writing?.text ?? null),
    ...(evaluation ?? []),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
};
