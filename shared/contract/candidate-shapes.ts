import * as z from 'zod';
import { InterviewStatus, InterviewType } from '../domain/interview.ts';
import { isNoticeVersion, noticeVersions } from '../domain/notice/versions.ts';
import { Recommendation } from '../domain/score.ts';
import { Accommodation, Draft } from '../domain/session.ts';
import { exactText, Id, limits } from '../domain/text.ts';

/** A token of any form: whether it is genuine is not a matter of the schema. */
export const LinkToken = z.string();

export const OpenInterview = z.object({
  interview_id: Id,
  candidate_name: z.string(),
  job_title: z.string(),
  ai_interview_type: InterviewType,
  language: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  opens_at: z.string(),
  expires_at: z.string(),
  duration_minutes: z.int(),
  total_questions: z.int(),
  answered_questions: z.int(),
  status: InterviewStatus,
  can_join: z.boolean(),
  /** The notice on the use of AI: its newest version, and whether start insists on it. */
  notice: z.object({ version: z.string(), required: z.boolean() }),
  server_time: z.string(),
  message: z.string(),
});
export type OpenInterview = z.infer<typeof OpenInterview>;

export const Start = z.object({
  interview_id: Id,
  link_token: LinkToken,
  /** The notice on the use of AI that the candidate has accepted. */
  notice_version: z
    .string()
    .refine(isNoticeVersion, {
      error: `must be a version of the notice: ${noticeVersions.join(', ')}`,
    })
    .optional(),
});

/** The result of a completed interview; all null while it is still being evaluated. */
export const Result = z.object({
  evaluation: z.string().nullable(),
  score: z.int().min(0).max(100).nullable(),
  strengths: z.string().nullable(),
  areas_for_improvement: z.string().nullable(),
  recommendation: Recommendation.nullable(),
  evaluator: z.enum(['bedrock', 'offline']).nullable(),
  /** Whether a person looks at it before there is a score. */
  needs_human: z.boolean(),
  /** The candidate's own words that the evaluation rests on. */
  evidence: z.array(
    z.object({ question_id: Id, question: z.string(), quotes: z.array(z.string()) }),
  ),
});
export type Result = z.infer<typeof Result>;

export const DraftView = Draft.omit({ order: true });

const Feedback = z.object({ strength: z.string(), tip: z.string() });

export const Started = z.object({
  session_id: Id,
  interview_id: Id,
  candidate_name: z.string(),
  job_title: z.string(),
  ai_interview_type: InterviewType,
  language: z.string(),
  /** The first question without an answer; null when all have one. */
  current_question: z.string().nullable(),
  current_question_id: Id.nullable(),
  // No rubric, competency or weight: what is not named here does not leave.
  questions: z.array(
    z.object({
      id: Id,
      text: z.string(),
      type: z.string(),
      order: z.int(),
      audio_url: z.string().nullable(),
      answered: z.boolean(),
    }),
  ),
  total_questions: z.int(),
  answered_questions: z.int(),
  status: z.enum(['started', 'evaluating', 'completed']),
  server_time: z.string(),
  responses: z.array(
    z.object({
      question_id: Id,
      response_id: Id,
      response_text: z.string(),
      feedback: z.string(),
      answered_at: z.string(),
    }),
  ),
  draft: DraftView.nullable(),
  message: z.string(),
  ...Result.partial().shape,
});
export type Started = z.infer<typeof Started>;

export const SubmitResponse = z.object({
  session_id: Id,
  link_token: LinkToken,
  response_text: exactText(limits.response_text, 1),
  question_id: Id.optional(),
});

export const Submitted = z.object({
  response_id: Id,
  /** The question that this answered. */
  current_question_id: Id,
  next_question: z.string().nullable(),
  next_question_id: Id.nullable(),
  feedback: z.string(),
  feedback_detail: Feedback.nullable(),
  next_instruction: z.string(),
  answered_questions: z.int(),
  total_questions: z.int(),
  message: z.string(),
});
export type Submitted = z.infer<typeof Submitted>;

export const Complete = z.object({ session_id: Id, link_token: LinkToken });

export const Completed = Result.extend({
  session_id: Id,
  total_questions: z.int(),
  answered_questions: z.int(),
  status: z.enum(['evaluating', 'completed']),
  message: z.string(),
});
export type Completed = z.infer<typeof Completed>;

export const SaveDraft = z.object({
  session_id: Id,
  link_token: LinkToken,
  question_id: Id,
  text: exactText(limits.response_text),
  /** Higher than that of every draft the client has seen of this question. */
  version: z.int().min(1),
});

export const DraftSaved = DraftView.omit({ text: true });

export const RequestAccommodation = z.object({
  link_token: LinkToken,
  kind: Accommodation.shape.kind,
  message: exactText(limits.accommodation_message),
});

export const AccommodationRequested = z.object({
  accommodation_id: Id,
  message: z.string(),
});
