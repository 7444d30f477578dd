/** What the page reads of the server's answers. Field names are the public contract's. */

export interface Notice {
  version: string;
  /** Whether the interview cannot start before the notice was accepted. */
  required: boolean;
}

export interface Opened {
  interview_id: string;
  candidate_name: string;
  job_title: string;
  language: string;
  starts_at: string;
  ends_at: string;
  expires_at: string;
  duration_minutes: number;
  total_questions: number;
  answered_questions: number;
  status: 'scheduled' | 'in_progress' | 'completed' | 'cancelled';
  server_time: string;
  notice: Notice;
}

export interface Question {
  id: string;
  text: string;
  audio_url: string | null;
  answered: boolean;
}

export interface FeedbackDetail {
  strength: string;
  tip: string;
}

export interface Answer {
  question_id: string;
  response_text: string;
  feedback: string | null;
  feedback_detail?: FeedbackDetail | null;
  answered_at: string | null;
}

export interface Draft {
  question_id: string;
  text: string;
  /** Grows with every change; the highest is the newest. */
  version: number;
  saved_at?: string;
}

export interface Result {
  status: 'completed' | 'evaluating';
  evaluation: string | null;
  score: number | null;
  strengths: string | null;
  areas_for_improvement: string | null;
  recommendation: 'Strong Yes' | 'Yes' | 'Maybe' | 'No' | null;
  /** `offline` says that no language model was asked. */
  evaluator: 'bedrock' | 'offline' | null;
  needs_human: boolean;
  evidence: { question_id: string; question: string; quotes: string[] }[];
}

/** A session; once it is completed it also holds the result. */
export interface Started extends Partial<Omit<Result, 'status'>> {
  session_id: string;
  interview_id: string;
  candidate_name: string;
  job_title: string;
  language: string;
  questions: Question[];
  total_questions: number;
  status: 'started' | 'completed' | 'evaluating';
  server_time: string;
  responses: Answer[];
  draft: Draft | null;
}

export interface Submitted {
  next_question: string | null;
  next_question_id: string | null;
  feedback: string;
  feedback_detail: FeedbackDetail | null;
  total_questions: number;
}

/** A refusal: a code to act on, and the times of a link that is not open. */
export interface Refusal {
  code: string;
  job_title?: string;
  starts_at?: string;
  ends_at?: string;
  opens_at?: string;
  expires_at?: string;
  server_time?: string;
  draft?: Draft;
}
