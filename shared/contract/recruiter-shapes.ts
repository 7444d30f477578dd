import * as z from 'zod';
import { Cost } from '../domain/cost.ts';
import { Brief, Difficulty, Interview, InterviewType, Language } from '../domain/interview.ts';
import { Competency, Question } from '../domain/rubric.ts';
import { Accommodation, Evaluation, Response } from '../domain/session.ts';
import { Id, Moment } from '../domain/text.ts';

/** Any address that logs in; its form is Cognito's business. */
export const Login = z.object({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(256),
  new_password: z.string().min(1).max(256).optional(),
});

export const Tokens = z.object({
  access: z.string(),
  refresh: z.string(),
  /** Seconds that `access` is valid. */
  expires_in: z.int(),
  token_type: z.literal('Bearer'),
});

export const Refresh = z.object({ refresh: z.string().min(1).max(8_192) });

/** What a recruiter sends to schedule an interview. */
export const NewInterview = Interview.pick({
  candidate_name: true,
  candidate_email: true,
  job_title: true,
})
  .extend({
    job_description: Brief.shape.job_description,
    resume_text: Brief.shape.resume_text.optional(),
    ai_interview_type: InterviewType.nullish(),
    starts_at: Moment.nullish(),
    ends_at: Moment.nullish(),
    question_count: Interview.shape.question_count.default(5),
    follow_ups: Interview.shape.follow_ups,
    language: Language.default('en-US'),
    difficulty: Difficulty.default('medium'),
  })
  .refine((sent) => !sent.ends_at || sent.starts_at, {
    path: ['ends_at'],
    error: 'needs starts_at',
  })
  .refine(
    (sent) =>
      !sent.starts_at || !sent.ends_at || Date.parse(sent.ends_at) > Date.parse(sent.starts_at),
    { path: ['ends_at'], error: 'must be after starts_at' },
  );
export type NewInterview = z.infer<typeof NewInterview>;

/** An interview as recruiters see it. `id` is `interview_id` again, for clients that expect it. */
export const InterviewView = Interview.extend({ id: Id, ...Brief.shape });

const LinkStatus = z.enum(['none', 'not_open', 'open', 'expired', 'closed']);

export const InterviewDetail = InterviewView.extend({
  link: z.object({
    status: LinkStatus,
    generation: z.int(),
    created_at: z.string().nullable(),
    opens_at: z.string().nullable(),
    expires_at: z.string().nullable(),
  }),
  session: z
    .object({
      session_id: Id,
      status: z.enum(['ready', 'in_progress', 'evaluating', 'completed']),
      started_at: z.string().nullable(),
      completed_at: z.string().nullable(),
      total_questions: z.int(),
      answered_questions: z.int(),
      notice: z.object({ version: z.string(), accepted_at: z.string() }).nullable(),
    })
    .nullable(),
  /** What the job asks for, with weights; the same for every candidate of the job. */
  competencies: z.array(Competency),
  questions: z.array(Question),
  responses: z.array(
    Response.extend({ assessment_status: z.enum(['pending', 'scored', 'needs_human']) }),
  ),
  /** The newest one; null while there is none. */
  evaluation: Evaluation.nullable(),
  evaluations: z.array(Evaluation),
  accommodations: z.array(Accommodation),
  cost: Cost,
  /** What happened, oldest first. */
  audit: z.array(z.object({ event: z.string(), at: z.string(), actor: z.string() })),
});
export type InterviewDetail = z.infer<typeof InterviewDetail>;

/** The answer of the three link endpoints, as in the older guide. */
export const LinkView = z.object({
  interview_id: Id,
  link_token: z.string(),
  ai_interview_url: z.string(),
  public_interview_url: z.string(),
  expires_at: z.string(),
  ai_session_id: Id,
  ai_interview_type: InterviewType,
  candidate_name: z.string(),
  candidate_email: z.string(),
  job_title: z.string(),
  questions_generated: z.int(),
  is_expired: z.boolean(),
  message: z.string(),
});
export type LinkView = z.infer<typeof LinkView>;

/** What a recruiter gets who asked for another evaluation. */
export const EvaluationRequested = z.object({
  interview_id: Id,
  /** The version that the evaluation will have. */
  version: z.int(),
  status: z.literal('evaluating'),
  message: z.string(),
});
