import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';
import { LinkView, linkMakingErrors } from '../link-view.ts';

export const regenerateLinkEndpoint = row({
  method: 'POST',
  path: '/api/ai-interview/regenerate-link/{interview_id}/',
  folder: 'regenerate-link',
  access: 'recruiter',
  summary: 'Replace the link; the old link is revoked immediately',
  uses: ['table:read', 'table:write', 'link-keys', 'base-url', 'model', 'voice', 'approved-kits'],
  params: interviewParams,
  status: 200,
  response: LinkView,
  errors: linkMakingErrors,
});
