import * as z from 'zod';
import { type Assessment, Question } from '../domain/rubric.ts';
import { scoreInterview } from '../domain/score.ts';
import { Evaluation, Response } from '../domain/session.ts';
import { quoteCheck } from '../interviewer/quotes.ts';

/** The part of get-interview's response that a score is based on. */
export const InterviewExport = z.object({
  interview_id: z.string(),
  questions: z.array(Question),
  responses: z.array(Response.pick({ question_id: true, response_text: true })),
  evaluation: Evaluation.nullable(),
  evaluations: z.array(Evaluation).default([]),
});
export type InterviewExport = z.infer<typeof InterviewExport>;

/** Something that does not follow from the levels, quotes and weights in the export. */
export interface Difference {
  /** Version of the evaluation. */
  version: number;
  what: string;
}

/** Every evaluation in the export. */
export const versionsOf = ({ evaluation, evaluations }: InterviewExport): Evaluation[] =>
  evaluations.length === 0 && evaluation ? [evaluation] : evaluations;

/**
 * Recomputes each evaluation of an interview from its stored levels, and checks that each level has
 * its quotes and each quote appears in the answer. A difference names its place, never what the
 * candidate wrote.
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
  const total = scoreInterview(scorables);
  const needs_human =
    total.status !== 'scored' || scorables.some(({ assessment }) => assessment?.flags.length);
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
        ? unsupported(question, assessment, answer.response_text)
        : [`question ${question.id} has levels but no answer`];
    }),
  ];
};

const differ = (name: string, stored: unknown, computed: unknown): string[] =>
  stored === computed ? [] : [`${name}: stored ${stored}, computed ${computed}`];

/** The parts of an assessment that are not based on the rubric and the answer. */
const unsupported = (question: Question, assessment: Assessment, answer: string): string[] => {
  const { rubric, id, text } = question;
  const check = quoteCheck(answer, { question: text, rubric });
  const where = `question ${id}`;
  const wanted = rubric.criteria.map((criterion) => criterion.id).toSorted();
  const found = assessment.criteria.map(({ criterion_id }) => criterion_id).toSorted();
  return [
    ...differ(`${where}: rubric version`, assessment.rubric_version, rubric.version),
    ...differ(`${where}: criteria`, found.join(' '), wanted.join(' ')),
    ...assessment.criteria.flatMap(({ criterion_id, level, quotes }) => {
      const here = `${where}, ${criterion_id}`;
      const missing = quotes.filter((quote) => check(quote).kind === 'not_found').length;
      return [
        ...(missing
          ? [`${here}: ${missing} of ${quotes.length} quotes are not in the answer`]
          : []),
        ...(level !== null && level > 1 && quotes.length === 0
          ? [`${here}: level ${level} without a quote`]
          : []),
      ];
    }),
  ];
};
