import * as z from 'zod';
import { difficulties, interviewTypes, mostQuestions } from './defaults.ts';
import { isLanguageTag, limits } from './plain-text.ts';
import { exactText, Id, Moment } from './text.ts';

export const InterviewType = z.enum(interviewTypes);
export type InterviewType = z.infer<typeof InterviewType>;

export const Difficulty = z.enum(difficulties);
export type Difficulty = z.infer<typeof Difficulty>;

/** `scheduled → in_progress → completed`, or `cancelled`. Never back. */
export const InterviewStatus = z.enum(['scheduled', 'in_progress', 'completed', 'cancelled']);
export type InterviewStatus = z.infer<typeof InterviewStatus>;

/** A language tag (BCP 47) that `Intl` can parse, in its canonical spelling. */
export const Language = z
  .string()
  .max(35)
  .refine(isLanguageTag, { error: 'must be a language tag (BCP 47), for example en-US' })
  .overwrite((tag) => (isLanguageTag(tag) ? new Intl.Locale(tag).toString() : tag));

/** Who ended an interview in progress: its candidate, a recruiter, or the sweep after its link expired. */
export const CompletedBy = z.enum(['candidate', 'recruiter', 'expiry']);
export type CompletedBy = z.infer<typeof CompletedBy>;

/** What a recruiter decides about the candidate. */
export const Decision = z.enum(['advance', 'hold', 'reject']);
export type Decision = z.infer<typeof Decision>;

/** When things happened to an interview, as far as lists, reports and the sweep need it. ISO 8601. */
const moments = {
  /** The last change by a recruiter, or of its status; older interviews have none. */
  updated_at: z.string().optional(),
  /** The first link. */
  linked_at: z.string().optional(),
  /** The first time that the page was opened. */
  opened_at: z.string().optional(),
  completed_at: z.string().optional(),
  cancelled_at: z.string().optional(),
  /** When its link expired, noted by the sweep if it was not started in its window; moving the window ends that. */
  expired_at: z.string().optional(),
};

/** A day of the calendar, `YYYY-MM-DD`. */
const Day = z.iso.date({ error: 'must be a date, for example 2026-12-11' });

/** An interview as it is scheduled and stored. The job description and résumé are in its brief. */
export const Interview = z.object({
  interview_id: Id,
  candidate_name: exactText(limits.name, 1),
  /** As it was taken: what an address may be has changed. */
  candidate_email: z.string(),
  job_title: exactText(limits.name, 1),
  /** Until when the candidate may expect a decision; null if that is not said. */
  decision_by: Day.nullable().default(null),
  /** Null if the interview is not configured for AI; such an interview gets no link. */
  ai_interview_type: InterviewType.nullable(),
  starts_at: Moment.nullable(),
  ends_at: Moment.nullable(),
  /** The kit that its questions come from; null until its first link, if none was given. */
  kit_id: Id.nullable().default(null),
  /** Asked for, 3 to 15, or as many as its kit has, which may be fewer. */
  question_count: z.int().min(1).max(mostQuestions),
  /** Whether two questions may get a sentence before them that refers to the résumé. */
  personalise: z.boolean().default(true),
  /** How many follow-up questions the interviewer may ask at most; one per question. */
  follow_ups: z.int().min(0).max(2).default(0),
  language: Language,
  difficulty: Difficulty,
  status: InterviewStatus,
  completed_by: CompletedBy.optional(),
  /** The kit that it had when it expired, under which that is counted; not for clients. */
  expired_kit_id: Id.nullable().optional(),
  /** Why it was cancelled, for recruiters. */
  cancel_reason: z.string().optional(),
  /** The newest review's decision, and how many reviews there are. */
  decision: Decision.optional(),
  reviews: z.int().min(0).optional(),
  /** Whether nothing may erase it. */
  legal_hold: z.boolean().optional(),
  ...moments,
  /** How many requests for an accommodation it has had; older interviews did not count them. */
  accommodations_requested: z.int().min(0).optional(),
  /** How many of them nobody has handled. */
  open_requests: z.int().optional(),
  /** The newest version that another evaluation was requested as; not for clients. */
  evaluation_requested: z.int().optional(),
  created_at: z.string(),
  /** How often its item has changed; not for clients. */
  revision: z.int().optional(),
});
export type Interview = z.infer<typeof Interview>;

/** An interview that can have a link: it is configured for AI and has its times. */
export type LinkableInterview = Interview & {
  ai_interview_type: InterviewType;
  starts_at: string;
  ends_at: string;
};

/** The same interview if it can have a link; null if it is not configured for AI or lacks a time. */
export const asLinkable = (interview: Interview): LinkableInterview | null => {
  const { ai_interview_type, starts_at, ends_at } = interview;
  if (!ai_interview_type || !starts_at || !ends_at) return null;
  return { ...interview, ai_interview_type, starts_at, ends_at };
};

/** The part of an interview that only question generation and recruiters read. */
export const Brief = z.object({
  job_description: exactText(limits.job_description, 1),
  resume_text: exactText(limits.resume_text).nullable(),
});
export type Brief = z.infer<typeof Brief>;
