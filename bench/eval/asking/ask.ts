import type { Competency, Rubric } from '../../../shared/domain/rubric.ts';
import type { DraftQuestion, Job } from '../../../shared/interviewer/interviewer.ts';
import type { Outcome } from './outcome.ts';

/** One answer to assess. `run` distinguishes repeated readings of the same answer. */
export interface Reading {
  question: string;
  rubric: Rubric;
  answer: string;
  run?: number;
}

export interface WritingJob {
  job: Job;
  competencies: Competency[];
  resume: string | null;
  count: number;
}

/** The requests of the measures to an interviewer. The same request is sent once and remembered. */
export interface Ask {
  assess(reading: Reading): Promise<Outcome>;
  /** Null if the interviewer failed. */
  derive(job: Job): Promise<Competency[] | null>;
  write(writing: WritingJob): Promise<DraftQuestion[] | null>;
}
