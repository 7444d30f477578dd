import * as z from 'zod';
import { jobDefaults, mostQuestions } from '../../domain/defaults.ts';
import { Brief, Difficulty, Interview, InterviewType, Language } from '../../domain/interview.ts';
import { maxCompetencies } from '../../domain/kit-content.ts';
import { plainName } from '../../domain/plain-name.ts';
import { row } from '../endpoint-row.ts';
import { KitView, QuestionGiven } from '../kit-view.ts';

/** How many competencies the questions name. */
const competenciesOf = (questions: readonly { competency?: string | undefined }[]) =>
  new Set(questions.flatMap(({ competency }) => (competency ? plainName(competency) : []))).size;

/** What a recruiter sends to have a kit written. Questions that are given come first. */
export const NewKit = z
  .object({
    job_title: Interview.shape.job_title,
    job_description: Brief.shape.job_description,
    ai_interview_type: InterviewType.default('general'),
    difficulty: Difficulty.default(jobDefaults.difficulty),
    language: Language.default(jobDefaults.language),
    question_count: z.int().min(1).max(mostQuestions).optional(),
    questions: z.array(QuestionGiven).max(mostQuestions).default([]),
  })
  .refine(
    ({ question_count, questions }) => !question_count || questions.length <= question_count,
    {
      path: ['question_count'],
      error: 'must be at least the number of questions given',
    },
  )
  .refine(({ questions }) => competenciesOf(questions) <= maxCompetencies, {
    path: ['questions'],
    error: `must name at most ${maxCompetencies} competencies`,
  });
export type NewKit = z.infer<typeof NewKit>;

export const createKitEndpoint = row({
  method: 'POST',
  path: '/api/interview-kits/',
  folder: 'create-kit',
  access: 'recruiter',
  summary: 'Write the interview kit of a job: competencies, questions and rubrics',
  uses: ['table:read', 'table:write', 'model'],
  body: NewKit,
  idempotent: true,
  status: 201,
  response: KitView,
  errors: ['ai_unavailable', 'budget_reached', 'conflict'],
});
