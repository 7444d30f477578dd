import * as z from 'zod';
import { Assessment } from './assessment.ts';
import { Provenance } from './provenance.ts';
import { Competency, type Question } from './rubric.ts';
import { QuestionScore, Recommendation } from './score.ts';
import { Id } from './text.ts';

/** One candidate's session of one interview. */
export const Session = z.object({
  session_id: Id,
  created_at: z.string(),
  started_at: z.string().nullable(),
  completed_at: z.string().nullable(),
  /** When something last happened that leaves no other time here: see `nextMoment`. */
  noted_at: z.string().optional(),
  /** How many questions have an answer; complete checks it so that it seals what it has read. */
  answered: z.int().min(0),
  /** The notice on the use of AI that the candidate accepted, and when. */
  notice: z.object({ version: z.string(), accepted_at: z.string() }).nullable(),
  /** What the job requires, as it was when the questions were written. */
  competencies: z.array(Competency).optional(),
  /** The version of the kit that the questions were copied from; sessions before kits have none. */
  kit: z.object({ kit_id: Id, version: z.int() }).optional(),
  /** Where the questions came from: the kit's own uses of a model, or those of this session alone. */
  provenance: z.array(Provenance),
  /** Uses of a model for this interview's questions beside its kit, those of replaced links too. */
  spent: z.array(Provenance).default([]),
  /** Characters spoken for the questions (as Polly bills them), those of replaced links too. */
  voice_characters: z.int().min(0),
});
export type Session = z.infer<typeof Session>;

/** The replies that an interview has paid for and that led to nothing, added up. */
export const Unused = z.object({
  input_tokens: z.int(),
  output_tokens: z.int(),
  micro_usd: z.int(),
  /** How many of them have no known price. */
  upper_estimates: z.int(),
});
export type Unused = z.infer<typeof Unused>;

/** The one live link of an interview. The token itself is not stored: it is computed from this. */
export const Link = z.object({
  /** 128 random bits in hex, new at each (re)generation. */
  link_id: z.string().regex(/^[0-9a-f]{32}$/),
  key_id: z.int().min(1).max(255),
  created_at: z.string(),
  /** 1 for the first link of the interview. */
  generation: z.int().min(1),
  /** When the page was first opened with it. */
  opened_at: z.string().optional(),
});
export type Link = z.infer<typeof Link>;

/** A stored answer. `assessment` is null until the interviewer has read it. */
export const Response = z.object({
  response_id: Id,
  question_id: Id,
  order: z.number().min(1),
  response_text: z.string(),
  answered_at: z.string(),
  assessment: Assessment.nullable(),
  assessed_at: z.string().optional(),
  /** Seconds since the answer before, or the start; older answers have none. */
  took_s: z.int().min(0).optional(),
});
export type Response = z.infer<typeof Response>;

/** One evaluation of a sealed interview; later ones are added, none is overwritten. */
export const Evaluation = z.object({
  version: z.int().min(1),
  /** `needs_human`: a level could not be supported by quotes, so there is no score. */
  status: z.enum(['scored', 'needs_human']),
  score: z.int().min(0).max(100).nullable(),
  recommendation: Recommendation.nullable(),
  questions: z.array(QuestionScore),
  assessments: z.array(z.object({ question_id: z.string(), assessment: Assessment.nullable() })),
  evaluation: z.string(),
  strengths: z.string(),
  areas_for_improvement: z.string(),
  /** Whether a person has to review it: no score, a flagged answer, or no language model. */
  needs_human: z.boolean(),
  /** Where the closing text came from; each assessment has its own. */
  provenance: Provenance,
  evaluated_at: z.string(),
});
export type Evaluation = z.infer<typeof Evaluation>;

/** Text that a candidate has typed and not sent. */
export const Draft = z.object({
  question_id: Id,
  order: z.number().min(1),
  text: z.string(),
  version: z.int().min(1),
  saved_at: z.string(),
});
export type Draft = z.infer<typeof Draft>;

/** A candidate's request for more time or another format. Recruiters read it; no prompt does. */
export const Accommodation = z.object({
  accommodation_id: Id,
  kind: z.enum(['more_time', 'other_format', 'other']),
  message: z.string(),
  requested_at: z.string(),
  /** Whether a recruiter has seen to it; absent before anybody did. */
  handled: z.boolean().optional(),
  /** `recruiter:<user id>` or `machine:<client id>`. */
  handled_by: z.string().optional(),
  handled_at: z.string().optional(),
  note: z.string().optional(),
});
export type Accommodation = z.infer<typeof Accommodation>;

/** A question as the candidate meets it: its lead-in, if it has one, and the question itself. */
export const askedText = ({ lead_in, text }: Pick<Question, 'lead_in' | 'text'>): string =>
  lead_in ? `${lead_in} ${text}` : text;
