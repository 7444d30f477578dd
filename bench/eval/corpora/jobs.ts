import * as z from 'zod';
import { Difficulty, InterviewType } from '../../../shared/domain/interview.ts';
import { readData } from './interview-answers.ts';

const Jobs = z.object({
  about: z.string(),
  jobs: z.array(
    z.object({
      title: z.string(),
      description: z.string(),
      type: InterviewType,
      difficulty: Difficulty,
      language: z.string(),
      resume: z.string(),
      /** Answers that fit any question of the job. */
      weak: z.string(),
      middling: z.string(),
    }),
  ),
});
export type SampleJob = z.infer<typeof Jobs>['jobs'][number];

/** The jobs on which the poisoned texts are tried. */
export const readJobs = async (): Promise<SampleJob[]> => (await readData('jobs.json', Jobs)).jobs;
