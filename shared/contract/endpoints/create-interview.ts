import type * as z from 'zod';
import { Brief, Difficulty, Interview, InterviewType, Language } from '../../domain/interview.ts';
import { Moment } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { InterviewView } from '../interview-view.ts';

/** A moment whose year still has four digits after hours are added to it. */
const Scheduled = Moment.refine((text) => Date.parse(text) < Date.UTC(9999, 0), {
  error: 'must be before the year 9999',
});

/** What a recruiter sends to schedule an interview. */
export const NewInterview = Interview.pick({
  candidate_name: true,
  candidate_email: true,
  job_title: true,
})
  .extend({
    job_description: Brief.shape.job_description,
    resume_text: Brief.shape.resume_text.optional(),
    ai_interview_type: InterviewType.nullish(),
    starts_at: Scheduled.nullish(),
    ends_at: Scheduled.nullish(),
    question_count: Interview.shape.question_count.default(5),
    follow_ups: Interview.shape.follow_ups,
    language: Language.default('en-US'),
    difficulty: Difficulty.default('medium'),
  })
  .refine((sent) => !sent.ends_at || sent.starts_at, {
    path: ['ends_at'],
    error: 'needs starts_at',
  })
  .refine(
    (sent) =>
      !sent.starts_at || !sent.ends_at || Date.parse(sent.ends_at) > Date.parse(sent.starts_at),
    { path: ['ends_at'], error: 'must be after starts_at' },
  );
export type NewInterview = z.infer<typeof NewInterview>;

export const createInterviewEndpoint = row({
  method: 'POST',
  path: '/api/interviews/',
  folder: 'create-interview',
  access: 'recruiter',
  summary: 'Schedule an interview',
  uses: ['table:write'],
  body: NewInterview,
  status: 201,
  response: InterviewView,
  errors: ['conflict'],
});
