import type { Result } from '../api/replies.ts';
import { answerOf } from '../machine/session.ts';
import type { Page } from '../page.ts';
import { scoreWords } from './score-words.ts';

const heading = (text: string) => `${text}\n${'-'.repeat([...text].length)}`;

/**
 * A person's own copy as plain text: reference, answers with feedback, what was typed and not sent,
 * and the evaluation if there is one.
 */
export const copyOf = (page: Page, result: Result | null): string => {
  const { brand, reference, speech, state } = page;
  const { session, writing } = state;
  const { say } = speech;
  const parts: (string | null | undefined | false)[] = [
    [say('interview'), session?.job_title, brand?.employer_name].filter(Boolean).join(' – '),
    reference && `${say('reference')}: ${reference}`,
    brand && say('helpFrom', { contact: brand.contact_email }),
  ];
  session?.questions.forEach(({ id, text }, index) => {
    const answer = answerOf(session, id);
    const total = session.total_questions;
    const unsent = writing?.question_id === id && writing.text;
    parts.push(
      heading(say('questionOf', { number: index + 1, total })),
      text,
      `${say('yourAnswer')}:`,
      answer?.response_text || unsent || say('notAnswered'),
      answer?.feedback,
    );
  });
  if (result) {
    const words = scoreWords(result.recommendation);
    const isScored = result.score !== null && words;
    parts.push(
      heading(say('evaluation')),
      isScored ? `${say(words)}\n${say('scoreOf', { score: result.score ?? 0 })}` : say('noScore'),
      result.evaluation,
      result.strengths && `${say('strengths')}:\n${result.strengths}`,
      result.areas_for_improvement && `${say('areas')}:\n${result.areas_for_improvement}`,
      ...result.evidence
        .filter(({ quotes }) => quotes.length > 0)
        .map(({ question, quotes }) => [question, ...quotes.map((q) => `> ${q}`)].join('\n')),
      say(result.evaluator === 'offline' ? 'byProgram' : 'byAi', {
        employer: brand?.employer_name ?? say('theEmployer'),
      }),
      say(brand ? 'contest' : 'contestNoContact', { contact: brand?.contact_email ?? '' }),
    );
  }
  return `${parts.filter(Boolean).join('\n\n')}\n`;
};
