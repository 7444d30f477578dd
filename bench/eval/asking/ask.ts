import type { Competency, Rubric } from '../../../shared/domain/rubric.ts';
import type { DraftQuestion, Job } from '../../../shared/interviewer/interviewer.ts';
import type { Outcome } from './outcome.ts';

/** One answer to be read. `run` tells apart repeated readings of the same answer. */
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

/** What the measures may ask of an interviewer. The same question is asked once and remembered. */
export interface Ask {
  assess(reading: Reading): Promise<Outcome>;
  /** Null where the interviewer failed. */
  derive(job: Job): Promise<Competency[] | null>;
  write(writing: WritingJob): Promise<DraftQuestion[] | null>;
}
