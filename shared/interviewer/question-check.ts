import { plainName } from '../domain/plain-name.ts';
import type { Competency } from '../domain/rubric.ts';
import { isMarkup, tellsSecret } from './candidate-text.ts';
import type { Problem } from './check-reply.ts';
import { words } from './folded-text.ts';
import { holdsContact } from './identity.ts';
import { findInjections } from './injection.ts';
import type { Job, WantedQuestion } from './interviewer.ts';
import { isOtherLanguage } from './language-check.ts';
import type { WrittenQuestions } from './prompts/write-questions.ts';

type Written = WrittenQuestions['questions'][number];

/** What the questions were written from. */
export interface Expected {
  job: Job;
  competencies: readonly Competency[];
  /** In the order of the questions: each is on a competency, or has its text given. */
  wanted: readonly WantedQuestion[];
  check_language: boolean;
}

/** Shorter texts ask nothing. */
const minLength = 15;

/** Longer questions cannot be kept in mind while listening. The prompt asks for eighty. */
const maxWords = 140;

/** The problems of written questions, as a set and one by one. */
export const problemsOfQuestions = (
  questions: readonly Written[],
  expected: Expected,
): Problem[] => [
  ...problemsOfSet(questions, expected),
  ...questions.flatMap((question, n) =>
    problemsOfOne(question, expected, expected.wanted[n]).map(({ code, message }) => ({
      code,
      message: `questions.${n}: ${message}`,
    })),
  ),
];

const problemsOfSet = (questions: readonly Written[], { wanted }: Expected): Problem[] => {
  const problems: Problem[] = [];
  if (questions.length !== wanted.length) {
    problems.push({
      code: 'wrong_count',
      message: `There are ${questions.length} questions, there must be exactly ${wanted.length}.`,
    });
  }
  // Given questions may be alike: they are the recruiter's own.
  const written = questions.filter((_, n) => wanted[n]?.text === undefined);
  if (new Set(written.map(({ text }) => words(text).join(' '))).size < written.length) {
    problems.push({ code: 'same_question', message: 'Two questions are the same.' });
  }
  return problems;
};

const problemsOfOne = (
  question: Written,
  { job, competencies, check_language }: Expected,
  wanted: WantedQuestion | undefined,
): Problem[] => {
  const { text, criteria, competency_id } = question;
  const rubric = criteria.flatMap((one) => [
    one.name,
    one.level_1,
    one.level_3,
    one.level_5,
    ...one.evidence_wanted,
    ...one.warning_signs,
  ]);
  // A given question is the recruiter's own; only its rubric is the model's.
  const written = wanted?.text === undefined ? [text] : [];
  const everything = [...written, ...rubric].join('\n');
  const wrong: [boolean, string, string][] = [
    [
      wanted?.competency_id === undefined && !competencies.some(({ id }) => id === competency_id),
      'unknown_competency',
      'competency_id is none of the ids given.',
    ],
    [written.some((one) => one.length < minLength), 'short_question', 'text is no question.'],
    [
      written.some((one) => words(one).length > maxWords),
      'long_question',
      'text is too long, at most 80 words.',
    ],
    [
      new Set(criteria.map((one) => plainName(one.name))).size < criteria.length,
      'same_criterion',
      'two criteria have the same name.',
    ],
    [
      criteria.some((one) => new Set([one.level_1, one.level_3, one.level_5]).size < 3),
      'same_anchors',
      'two anchors of a criterion are the same.',
    ],
    [holdsContact(everything), 'identifier', 'it holds an address, a link or a phone number.'],
    [
      tellsSecret(
        written.join(' '),
        criteria.flatMap((one) => [one.level_3, one.level_5, ...one.evidence_wanted]),
        [],
      ),
      'rubric_in_question',
      'text gives away wording of its own rubric.',
    ],
    [
      written.some((one) => isMarkup(one) || findInjections(one).length > 0),
      'not_a_question',
      'text holds markup, or speaks to an evaluator instead of a candidate.',
    ],
    [
      check_language &&
        [written.join(' '), rubric.join(' ')].some((one) => isOtherLanguage(one, job.language)),
      'other_language',
      `it is not in the language ${job.language}.`,
    ],
  ];
  return wrong.filter(([is]) => is).map(([, code, message]) => ({ code, message }));
};
