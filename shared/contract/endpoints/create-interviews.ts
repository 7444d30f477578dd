import * as z from 'zod';
import { row } from '../endpoint-row.ts';
import { InterviewView } from '../interview-view.ts';
import { LinkView } from '../link-view.ts';
import { RowRefusal } from '../refusal.ts';

/** What a recruiter sends to schedule many interviews. A row is validated when its turn comes. */
export const NewInterviews = z.object({
  interviews: z
    .array(z.unknown().meta({ $ref: '#/components/schemas/NewInterview' }))
    .min(1)
    .max(100),
  generate_links: z.boolean().default(false),
});
export type NewInterviews = z.infer<typeof NewInterviews>;

/** What became of one row. With `error`, something that was asked for is missing. */
export const RowResult = z.object({
  index: z.int(),
  status: z.int(),
  /** Without the two long texts: a hundred of a kit's would not fit into the answer of a function. */
  interview: InterviewView.omit({ job_description: true, resume_text: true }).optional(),
  link: LinkView.optional(),
  error: RowRefusal.optional(),
});
export type RowResult = z.infer<typeof RowResult>;

export const createInterviewsEndpoint = row({
  method: 'POST',
  path: '/api/interviews/batch/',
  folder: 'create-interviews',
  access: 'recruiter',
  summary: 'Schedule up to 100 interviews, with their links if wanted',
  uses: ['table:read', 'table:write', 'link-keys', 'base-url', 'model', 'voice', 'approved-kits'],
  body: NewInterviews,
  body_mb: 5,
  idempotent: true,
  status: 200,
  response: z.object({ results: z.array(RowResult) }),
  errors: [],
});
