import type { Deadline } from '../domain/deadline.ts';
import type { Provenance } from '../domain/provenance.ts';
import { type Asker, ask } from './ask.ts';
import { isMarkup } from './candidate-text.ts';
import type { Problem } from './check-reply.ts';
import { words } from './folded-text.ts';
import { identifies } from './identity.ts';
import { findInjections, withoutInjections } from './injection.ts';
import type { LeadIn, LeadInsWanted } from './interviewer.ts';
import { isOtherLanguage } from './language-check.ts';
import { writeLeadInsTask } from './prompts/write-lead-ins.ts';

/** The maximum of sentences per interview, and of words in one; the prompt asks for thirty. */
const most = 2;
const maxWords = 45;

/**
 * Writes at most two sentences that each lead from the résumé to a question. One that could identify
 * the person or says what it must not is left out.
 * @throws InterviewerError
 */
export const writeLeadIns = async (
  asker: Asker,
  wanted: LeadInsWanted,
  deadline: Deadline,
): Promise<{ lead_ins: LeadIn[]; provenance: Provenance }> => {
  const { questions, resume, language } = wanted;
  const { result, provenance } = await ask(
    asker,
    {
      task: writeLeadInsTask,
      blocks: {
        settings: { language },
        questions: questions.map((text, n) => ({ n: n + 1, text })),
        resume: withoutInjections(resume),
      },
      check: ({ lead_ins }, { offline }) => {
        const made = lead_ins.map(({ n, sentence }) => {
          const one = { question: n - 1, sentence };
          return { ...one, problem: problemOf(one, wanted, !offline) };
        });
        const good = made.filter(({ problem }) => problem === null);
        const result = firstOf(firstOf(good, 'question'), 'sentence')
          .slice(0, most)
          .map(({ question, sentence }) => ({ question, sentence }));
        const problems = made.flatMap(({ problem }): Problem[] =>
          problem ? [{ code: 'lead_in', message: `lead_ins: ${problem}` }] : [],
        );
        const fallback = { result, missing: problems.length };
        return problems.length > 0 ? { problems, fallback } : { result };
      },
    },
    deadline,
  );
  return { lead_ins: result, provenance };
};

/** Of entries that have the same there, the first. */
const firstOf = <Entry extends LeadIn>(entries: readonly Entry[], key: keyof LeadIn): Entry[] =>
  entries.filter((one, at) => entries.findIndex((other) => other[key] === one[key]) === at);

const problemOf = (
  { question, sentence }: LeadIn,
  { questions, resume, job, language }: LeadInsWanted,
  check_language: boolean,
): string | null => {
  if (questions[question] === undefined) return 'n is none of the numbers given.';
  if (words(sentence).length > maxWords) return 'a sentence is too long, at most 30 words.';
  if (/[?؟？]/.test(sentence)) return 'a sentence asks something.';
  if (isMarkup(sentence) || findInjections(sentence).length > 0) {
    return 'a sentence holds markup, or speaks to an evaluator instead of a candidate.';
  }
  if (/\p{Nd}{3,}/u.test(sentence) || identifies(sentence, resume, job)) {
    return 'a sentence holds a name, a date, an address, a link or a number.';
  }
  if (check_language && isOtherLanguage(sentence, language)) {
    return `a sentence is not in the language ${language}.`;
  }
  return null;
};
