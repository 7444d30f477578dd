import type { Deadline } from '../domain/deadline.ts';
import type { Difficulty, InterviewType } from '../domain/interview.ts';
import type { Assessment, Competency, Provenance, Question, Rubric } from '../domain/rubric.ts';

/** The facts about a job that question generation may use. */
export interface Job {
  title: string;
  description: string;
  type: InterviewType;
  difficulty: Difficulty;
  /** BCP 47; questions, feedback and evaluation are written in it. */
  language: string;
}

/** A question before it has an id, an order and a voice. */
export type DraftQuestion = Pick<Question, 'text' | 'competency_id' | 'weight' | 'rubric'>;

/** One assessed answer as the closing text may see it: levels and quotes, no answer text. */
export interface AssessedQuestion {
  question_text: string;
  competency: string;
  criteria: { name: string; level: number | null; quotes: string[] }[];
  answered: boolean;
}

/** The closing text of an interview. Plain text, no number, no verdict. */
export interface Closing {
  evaluation: string;
  strengths: string;
  areas_for_improvement: string;
  provenance: Provenance;
}

/** Why a model returned nothing usable. Every failure leads to `pending`, none to a number. */
export type InterviewerFailure =
  | 'throttled'
  | 'unavailable'
  | 'timeout'
  | 'refused'
  | 'guardrail'
  | 'truncated'
  | 'invalid_output'
  | 'budget_reached';

/** Thrown by every interviewer function that could not do its work. Contains no candidate data. */
export class InterviewerError extends Error {
  readonly failure: InterviewerFailure;
  constructor(failure: InterviewerFailure, options?: ErrorOptions) {
    super(`The AI interviewer failed: ${failure}`, options);
    this.name = 'InterviewerError';
    this.failure = failure;
  }
}

/** The AI interviewer. Each function makes at most two model calls (one and a repair). */
export interface Interviewer {
  /** Derives four to six competencies of a job; the résumé is deliberately not an argument. */
  deriveCompetencies(
    job: Job,
    deadline: Deadline,
  ): Promise<{ competencies: Competency[]; provenance: Provenance }>;
  /** Writes `count` questions that cover the competencies; the résumé only flavours the wording. */
  writeQuestions(
    input: { job: Job; competencies: Competency[]; resume: string | null; count: number },
    deadline: Deadline,
  ): Promise<{ questions: DraftQuestion[]; provenance: Provenance }>;
  /** Reads one answer, blind to everything but question, rubric and answer. */
  assessAnswer(
    input: { question: string; rubric: Rubric; answer: string; language: string },
    deadline: Deadline,
  ): Promise<Assessment>;
  /** Writes the closing text from levels and quotes. */
  writeClosing(
    input: { questions: AssessedQuestion[]; language: string },
    deadline: Deadline,
  ): Promise<Closing>;
  /** Writes one more question if an answer left evidence out; null if it left out nothing. */
  writeFollowUp(
    input: {
      question: string;
      rubric: Rubric;
      assessment: Pick<Assessment, 'criteria'>;
      language: string;
    },
    deadline: Deadline,
  ): Promise<{ text: string; provenance: Provenance } | null>;
}
