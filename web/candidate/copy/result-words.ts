import type { Result } from '../api/replies.ts';
import type { Page } from '../page.ts';

/**
 * A score as a sentence about the answers and as a number; one sentence if there is none.
 * The recommendation itself is for the people who decide, so the page does not announce it.
 */
export const scoreWords = ({ translator }: Page, { score, recommendation }: Result): string[] =>
  score === null || !recommendation
    ? [translator.t('noScore')]
    : [translator.t(recommendation), translator.t('scoreOf', { score })];

/** Who made something; nobody where there is nothing yet. */
export type Evaluator = Result['evaluator'] | undefined;

/** What has to be said before what no language model made; nothing of others. */
export const demonstrationWords = ({ translator }: Page, evaluator: Evaluator): string | null =>
  evaluator === 'offline' ? translator.t('demonstration') : null;

/** Who wrote the evaluation, who decides, and how to contest it. */
export const decisionWords = ({ brand, translator }: Page, result: Result): string[] => {
  const { t } = translator;
  const employer = brand?.employer_name ?? t('theEmployer');
  return [
    // Of an interview without any answer, nobody wrote anything.
    ...(result.evaluator && result.evaluator !== 'offline' ? [t('byAi')] : []),
    t('decides', { employer }),
    ...(result.needs_human ? [t('needsHuman')] : []),
    brand ? t('contest', { contact: brand.contact_email }) : t('contestNoContact'),
    t('contestRights'),
  ];
};
