import type { Assessment } from '../domain/assessment.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Difficulty, InterviewType } from '../domain/interview.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Competency, Question, Rubric } from '../domain/rubric.ts';

/** The facts about a job that question generation may use. */
export interface Job {
  title: string;
  description: string;
  type: InterviewType;
  difficulty: Difficulty;
  /** BCP 47; questions, feedback and evaluation are written in it. */
  language: string;
}

/** One question to write: the nth, from 0, on a competency; or the rubric of a given text. */
export interface WantedQuestion {
  /** Absent if the text is given and the model chooses where it belongs. */
  competency_id?: string | undefined;
  nth?: number | undefined;
  text?: string | undefined;
}

/** The questions to write: for which job, on which competencies, how many in the whole kit. */
export interface QuestionsWanted {
  job: Job;
  competencies: Competency[];
  wanted: readonly WantedQuestion[];
  count: number;
}

/** A question as it was written, before it has a weight and a place. */
export type WrittenQuestion = Pick<Question, 'text' | 'competency_id' | 'rubric'>;

/** The questions of an interview, the résumé, and the job that it is for. */
export interface LeadInsWanted {
  /** In the candidate's order. */
  questions: readonly string[];
  resume: string;
  /** The job's own text: what it names identifies nobody. */
  job: string;
  language: string;
}

/** A sentence before the question at this place, from 0. */
export interface LeadIn {
  question: number;
  sentence: string;
}

/** An answer, and all that its reading may know. */
export interface AnswerToRead {
  question: string;
  rubric: Rubric;
  answer: string;
  language: string;
}

/** An answer that was read, as the follow-up may see it: levels and quotes, no answer text. */
export interface FollowUpInput {
  question: string;
  rubric: Rubric;
  assessment: Pick<Assessment, 'criteria'>;
  language: string;
}

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
  /** Who replied, if anybody did. */
  readonly evaluator: Provenance['evaluator'];
  /** For the log: the failure, and the codes of the problems that an output had. */
  readonly facts: { failure: InterviewerFailure; problems?: readonly string[] };
  constructor(
    failure: InterviewerFailure,
    {
      evaluator = 'bedrock',
      problems,
      ...options
    }: ErrorOptions &
      Partial<Pick<Provenance, 'evaluator'>> & { problems?: readonly string[] } = {},
  ) {
    super(`The AI interviewer failed: ${failure}`, options);
    this.name = 'InterviewerError';
    this.failure = failure;
    this.evaluator = evaluator;
    this.facts = { failure, ...(problems && { problems }) };
  }
}

/**
 * The AI interviewer. Each task is at most two model calls (one and a repair); writing questions is
 * two for each pair, and a second reading of an answer as many again.
 */
export interface Interviewer {
  /** Derives the competencies of a job; the résumé is deliberately not an argument. */
  deriveCompetencies(
    input: { job: Job; count: number },
    deadline: Deadline,
  ): Promise<{ competencies: Competency[]; provenance: Provenance }>;
  /** Writes questions with their rubrics from the job alone, two a call. */
  writeQuestions(
    input: QuestionsWanted,
    deadline: Deadline,
  ): Promise<{ questions: WrittenQuestion[]; provenance: Provenance[] }>;
  /** Writes at most two sentences that each lead from a résumé to a question. */
  writeLeadIns(
    input: LeadInsWanted,
    deadline: Deadline,
  ): Promise<{ lead_ins: LeadIn[]; provenance: Provenance }>;
  /** Reads one answer, blind to everything but question, rubric and answer. */
  assessAnswer(input: AnswerToRead, deadline: Deadline): Promise<Assessment>;
  /** Writes the closing text from levels and quotes. */
  writeClosing(
    input: { questions: AssessedQuestion[]; language: string },
    deadline: Deadline,
  ): Promise<Closing>;
  /** Writes one more question if an answer left evidence out; null if it left out nothing. */
  writeFollowUp(
    input: FollowUpInput,
    deadline: Deadline,
  ): Promise<{ text: string; provenance: Provenance } | null>;
  /** Books replies that are paid for and lead to nothing. Never throws. */
  wasted(...used: Provenance[]): Promise<void>;
}
