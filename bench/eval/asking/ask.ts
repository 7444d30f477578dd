import type { KitContent } from '../../../shared/domain/kit-content.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { Job, LeadInsWanted } from '../../../shared/interviewer/interviewer.ts';
import type { Outcome } from './outcome.ts';

/** One answer to assess. `run` distinguishes repeated readings of the same answer. */
export interface Reading {
  question: string;
  rubric: Rubric;
  answer: string;
  /** BCP 47; English if it is left out. */
  language?: string;
  run?: number;
}

/** The requests of the measures to an interviewer. The same request is sent once and remembered. */
export interface Ask {
  assess(reading: Reading): Promise<Outcome>;
  /** Null if the interviewer failed. */
  writeKit(job: Job): Promise<KitContent | null>;
  /** The sentences; null if the interviewer failed. */
  writeLeadIns(wanted: LeadInsWanted): Promise<string[] | null>;
}

/** As many questions as the kits that are written for measuring have. */
export const questionsPerKit = 4;
