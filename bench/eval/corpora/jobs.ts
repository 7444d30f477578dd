import * as z from 'zod';
import { Difficulty, InterviewType } from '../../../shared/domain/interview.ts';
import { readData, Split } from './data.ts';

const Jobs = z.object({
  about: z.string(),
  jobs: z.array(
    z.object({
      title: z.string(),
      split: Split,
      description: z.string(),
      type: InterviewType,
      difficulty: Difficulty,
      language: z.string(),
      resume: z.string(),
    }),
  ),
});
export type SampleJob = z.infer<typeof Jobs>['jobs'][number];

/** The jobs on which the poisoned texts are tried. */
export const readJobs = async (): Promise<SampleJob[]> => (await readData('jobs.json', Jobs)).jobs;
