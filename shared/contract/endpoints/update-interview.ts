import * as z from 'zod';
import { Brief, Interview } from '../../domain/interview.ts';
import { EmailAddress, Id, Moment } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';
import { InterviewView } from '../interview-view.ts';
import { Scheduled } from '../scheduled.ts';

const { candidate_name, decision_by, ai_interview_type, ...fields } = Interview.shape;

/** Until the interview is completed. */
const times = {
  starts_at: Scheduled.nullish(),
  ends_at: Scheduled.nullish(),
  decision_by: decision_by.unwrap().optional(),
};
/** Until the candidate has started. */
const person = {
  candidate_name: candidate_name.optional(),
  candidate_email: EmailAddress.optional(),
  resume_text: Brief.shape.resume_text.optional(),
};
/** Until the interview has a link. */
const job = {
  kit_id: Id.nullish(),
  job_title: fields.job_title.optional(),
  job_description: Brief.shape.job_description.optional(),
  ai_interview_type: ai_interview_type.optional(),
  language: fields.language.optional(),
  difficulty: fields.difficulty.optional(),
  question_count: fields.question_count.optional(),
};

/** What a recruiter changes of an interview; what is left out stays. */
export const InterviewChange = z
  .object({
    ...times,
    ...person,
    ...job,
    legal_hold: z.boolean().optional(),
    /** `updated_at` as it was read; the change is refused if it is another one by now. */
    if_updated_at: Moment.optional(),
  })
  .refine(({ if_updated_at: _, ...sent }) => Object.keys(sent).length > 0, {
    error: 'must have at least one field to change',
  });
export type InterviewChange = z.infer<typeof InterviewChange>;

const namesOf = <Group extends object>(group: Group) => Object.keys(group) as (keyof Group)[];

/** The fields that can be changed before the same moment. */
export const changeable = { times: namesOf(times), person: namesOf(person), job: namesOf(job) };

export const updateInterviewEndpoint = row({
  method: 'PATCH',
  path: '/api/interviews/{interview_id}/',
  folder: 'update-interview',
  access: 'recruiter',
  summary: 'Change an interview, or move it',
  uses: ['table:read', 'table:write', 'approved-kits', 'users'],
  params: interviewParams,
  body: InterviewChange,
  status: 200,
  response: InterviewView,
  errors: [
    'interview_not_found',
    'kit_not_found',
    'kit_archived',
    'interview_started',
    'interview_completed',
    'interview_cancelled',
    'has_link',
    'update_conflict',
    'conflict',
  ],
});
