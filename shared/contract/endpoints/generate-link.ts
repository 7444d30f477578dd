import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';
import { LinkView } from '../link-view.ts';

/** Write the questions and make the candidate’s link, or return the live one. */
export const generateLinkEndpoint = row({
  method: 'POST',
  path: '/api/ai-interview/generate-link/{interview_id}/',
  folder: 'generate-link',
  access: 'recruiter',
  summary: 'Write the questions and make the candidate’s link, or return the live one',
  uses: ['table:read', 'table:write', 'link-keys', 'base-url', 'model', 'voice'],
  params: interviewParams,
  status: 200,
  response: LinkView,
  errors: [
    'interview_not_found',
    'interview_not_scheduled',
    'interview_not_ai',
    'interview_completed',
    'interview_cancelled',
    'conflict',
    'ai_unavailable',
    'budget_reached',
  ],
});
