import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';
import { LinkView } from '../link-view.ts';

/** Replace the link; the old one is dead at once. */
export const regenerateLinkEndpoint = row({
  method: 'POST',
  path: '/api/ai-interview/regenerate-link/{interview_id}/',
  folder: 'regenerate-link',
  access: 'recruiter',
  summary: 'Replace the link; the old one is dead at once',
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
