import * as z from 'zod';
import { fewest, jobDefaults } from '../../domain/defaults.ts';
import { Brief, Difficulty, Interview, InterviewType, Language } from '../../domain/interview.ts';
import { EmailAddress, Id } from '../../domain/text.ts';
import { wrongEnd } from '../../domain/window.ts';
import { row } from '../endpoint-row.ts';
import { InterviewView } from '../interview-view.ts';
import { Scheduled } from '../scheduled.ts';

/** What a recruiter sends to schedule an interview. A kit says what else it is about. */
export const NewInterview = Interview.pick({ candidate_name: true })
  .extend({
    candidate_email: EmailAddress,
    kit_id: Id.nullish(),
    job_title: Interview.shape.job_title.optional(),
    job_description: Brief.shape.job_description.optional(),
    resume_text: Brief.shape.resume_text.optional(),
    personalise: z.boolean().optional(),
    ai_interview_type: InterviewType.nullish(),
    starts_at: Scheduled.nullish(),
    ends_at: Scheduled.nullish(),
    decision_by: Interview.shape.decision_by.unwrap().optional(),
    question_count: Interview.shape.question_count
      .optional()
      .meta({ default: jobDefaults.question_count }),
    follow_ups: Interview.shape.follow_ups,
    language: Language.optional().meta({ default: jobDefaults.language }),
    difficulty: Difficulty.optional().meta({ default: jobDefaults.difficulty }),
  })
  .superRefine((sent, context) => {
    const message = wrongEnd(sent);
    if (message) context.addIssue({ code: 'custom', path: ['ends_at'], message });
  })
  .superRefine((sent, context) => {
    if (sent.kit_id) return;
    if (sent.question_count && sent.question_count < fewest) {
      const message = `must be at least ${fewest}`;
      context.addIssue({ code: 'custom', path: ['question_count'], message });
    }
    for (const field of ['job_title', 'job_description'] as const) {
      if (sent[field] === undefined) {
        context.addIssue({ code: 'custom', path: [field], message: 'is required without kit_id' });
      }
    }
  });
export type NewInterview = z.infer<typeof NewInterview>;

export const createInterviewEndpoint = row({
  method: 'POST',
  path: '/api/interviews/',
  folder: 'create-interview',
  access: 'recruiter',
  summary: 'Schedule an interview, for a job or for a kit',
  uses: ['table:read', 'table:write', 'approved-kits'],
  body: NewInterview,
  idempotent: true,
  status: 201,
  response: InterviewView,
  errors: ['interview_not_found', 'kit_not_found', 'kit_archived', 'conflict'],
});
