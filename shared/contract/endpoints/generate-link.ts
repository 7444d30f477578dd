import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';
import { LinkView, linkMakingErrors } from '../link-view.ts';

export const generateLinkEndpoint = row({
  method: 'POST',
  path: '/api/ai-interview/generate-link/{interview_id}/',
  folder: 'generate-link',
  access: 'recruiter',
  summary: 'Write the questions and create the candidate’s link, or return the active link',
  uses: ['table:read', 'table:write', 'link-keys', 'base-url', 'model', 'voice', 'approved-kits'],
  params: interviewParams,
  status: 200,
  response: LinkView,
  errors: linkMakingErrors,
});
