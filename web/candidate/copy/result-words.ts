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

/** Who wrote the evaluation, who decides, and how to contest it. */
export const decisionWords = ({ brand, translator }: Page, result: Result): string[] => {
  const { t } = translator;
  const employer = brand?.employer_name ?? t('theEmployer');
  return [
    t(result.evaluator === 'offline' ? 'byProgram' : 'byAi'),
    t('decides', { employer }),
    ...(result.needs_human ? [t('needsHuman')] : []),
    brand ? t('contest', { contact: brand.contact_email }) : t('contestNoContact'),
    t('contestRights'),
  ];
};
