import * as z from 'zod';
import type { Assessment, CriterionLevel } from '../domain/assessment.ts';
import { noModel } from '../domain/provenance.ts';
import { Question } from '../domain/rubric.ts';
import { type Scorable, scoreInterview, type Total } from '../domain/score.ts';
import { Evaluation, Response } from '../domain/session.ts';
import { passageFinder } from '../interviewer/passages.ts';
import { hasSupportRules, heldAt, type Lack, unsupported } from '../interviewer/support.ts';
import { isDemonstration } from './demonstration.ts';

/** The part of an export that a score is based on; get-interview's response has it as well. */
export const InterviewExport = z.object({
  interview_id: z.string(),
  questions: z.array(Question),
  responses: z.array(Response.pick({ question_id: true, response_text: true })),
  evaluation: Evaluation.nullable(),
  evaluations: z.array(Evaluation).default([]),
});
export type InterviewExport = z.infer<typeof InterviewExport>;

/** Something that does not follow from the levels, quotes and weights in the export. */
interface Difference {
  /** Version of the evaluation. */
  version: number;
  what: string;
}

/** Every evaluation in the export. */
export const versionsOf = ({ evaluation, evaluations }: InterviewExport): Evaluation[] =>
  evaluations.length === 0 && evaluation ? [evaluation] : evaluations;

/**
 * Recomputes each evaluation of an interview from its stored levels, and checks that each level has
 * its quotes and each quote appears in the answer; for assessments made under the rules of support.ts,
 * that each level stands by them. A difference names its place, never what the candidate wrote.
 */
export const verifyScore = (exported: InterviewExport): Difference[] => {
  const versions = versionsOf(exported);
  const newest = versions.toSorted((a, b) => b.version - a.version)[0];
  const differences = versions.flatMap((each) =>
    differencesOf(exported, each).map((what) => ({ version: each.version, what })),
  );
  if (newest && JSON.stringify(newest) !== JSON.stringify(exported.evaluation)) {
    differences.push({
      version: newest.version,
      what: 'evaluation is not the newest one in evaluations',
    });
  }
  return differences;
};

const differencesOf = (exported: InterviewExport, evaluation: Evaluation): string[] => {
  const assessments = new Map(
    evaluation.assessments.map(({ question_id, assessment }) => [question_id, assessment]),
  );
  const scorables = exported.questions.map((question) => ({
    question,
    answered: exported.responses.some(({ question_id }) => question_id === question.id),
    assessment: assessments.get(question.id) ?? null,
  }));
  const total = totalBy(evaluation, scorables);
  const asks =
    total.status !== 'scored' || scorables.some(({ assessment }) => assessment?.flags.length);
  // A demonstration made before the rules could be stored without asking for a human.
  const demonstrates =
    isDemonstration(evaluation) &&
    (hasSupportRules(evaluation.provenance) || evaluation.needs_human);
  const needs_human = asks || demonstrates;
  return [
    ...differ('status', evaluation.status, total.status),
    ...differ('score', evaluation.score, total.score),
    ...differ('recommendation', evaluation.recommendation, total.recommendation),
    ...differ('needs_human', evaluation.needs_human, Boolean(needs_human)),
    ...total.questions.flatMap((computed) => {
      const where = `question ${computed.question_id}`;
      const stored = evaluation.questions.find(
        ({ question_id }) => question_id === computed.question_id,
      );
      if (!stored) return [`${where} has no score`];
      return [
        ...differ(`${where}: status`, stored.status, computed.status),
        ...differ(`${where}: score`, stored.score, computed.score),
      ];
    }),
    ...evaluation.questions
      .filter(({ question_id }) => !total.questions.some((one) => one.question_id === question_id))
      .map(({ question_id }) => `question ${question_id} is scored but not counted in the total`),
    ...scorables.flatMap(({ question, assessment }) => {
      if (!assessment) return [];
      const answer = exported.responses.find(({ question_id }) => question_id === question.id);
      return answer
        ? unfounded(question, assessment, answer.response_text)
        : [`question ${question.id} has levels but no answer`];
    }),
  ];
};

/** The total by the rules under which an evaluation was made. */
const totalBy = ({ provenance }: Evaluation, scorables: Scorable[]): Total => {
  const total = scoreInterview(scorables);
  // Until 2026-11-26 an interview without any answer was scored 0, and a model wrote about it.
  const before = provenance.model_id !== noModel && !scorables.some(({ answered }) => answered);
  if (!before || scorables.length === 0) return total;
  const questions = total.questions.map((question) => ({ ...question, score: 0 }));
  return { status: 'scored', score: 0, recommendation: 'No', questions };
};

const differ = (name: string, stored: unknown, computed: unknown): string[] =>
  stored === computed ? [] : [`${name}: stored ${stored}, computed ${computed}`];

/** The parts of an assessment that are not based on the rubric and the answer. */
const unfounded = ({ rubric, id }: Question, assessment: Assessment, answer: string): string[] => {
  const find = passageFinder(answer);
  const where = `question ${id}`;
  const wanted = rubric.criteria.map((criterion) => criterion.id).toSorted();
  const found = assessment.criteria.map(({ criterion_id }) => criterion_id).toSorted();
  const lacks = lacksOf(assessment, answer);
  return [
    ...differ(`${where}: rubric version`, assessment.rubric_version, rubric.version),
    ...differ(`${where}: criteria`, found.join(' '), wanted.join(' ')),
    ...assessment.criteria.flatMap(({ criterion_id, level, quotes, warning_signs = [] }) => {
      const passages = [...quotes, ...warning_signs];
      const missing = passages.filter((quote) => find(quote).kind === 'not_found').length;
      const lack = lacks.get(criterion_id);
      return [
        ...(missing ? [`${missing} of ${passages.length} quotes are not in the answer`] : []),
        ...(lack ? [`level ${level} ${lackWords[lack]}`] : []),
        ...(warning_signs.length > 0 && (level ?? 0) > heldAt
          ? [`level ${level} with a warning sign`]
          : []),
      ].map((what) => `${where}, ${criterion_id}: ${what}`);
    }),
  ];
};

/** The levels that nothing supports; of one made before the rules, those without any quote. */
const lacksOf = ({ criteria, provenance }: Assessment, answer: string): Map<string, Lack> => {
  if (hasSupportRules(provenance)) return unsupported(answer, criteria);
  const bare = criteria.filter(isBare);
  return new Map(bare.map(({ criterion_id }) => [criterion_id, 'no_quote']));
};

const isBare = ({ level, quotes }: CriterionLevel) =>
  level !== null && level > 1 && quotes.length === 0;

const lackWords: Readonly<Record<Lack, string>> = {
  no_quote: 'without a quote',
  short_quote: 'with fewer than eight words of quotes',
  shared_quote: 'on the same passages alone as two criteria before it',
};
