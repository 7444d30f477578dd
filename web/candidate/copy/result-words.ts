import type { Result } from '../api/replies.ts';
import type { Page } from '../page.ts';

/**
 * A score as a sentence about the answers and as a number; one sentence where there is none.
 * The recommendation itself is for the people who decide: it is not the machine's to announce.
 */
export const scoreWords = ({ speech }: Page, { score, recommendation }: Result): string[] =>
  score === null || !recommendation
    ? [speech.say('noScore')]
    : [speech.say(recommendation), speech.say('scoreOf', { score })];

/** Who wrote the evaluation, who decides, and how to contest it. */
export const decisionWords = ({ brand, speech }: Page, result: Result): string[] => {
  const { say } = speech;
  const employer = brand?.employer_name ?? say('theEmployer');
  return [
    say(result.evaluator === 'offline' ? 'byProgram' : 'byAi'),
    say('decides', { employer }),
    ...(result.needs_human ? [say('needsHuman')] : []),
    brand ? say('contest', { contact: brand.contact_email }) : say('contestNoContact'),
    say('contestRights'),
  ];
};
