import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';
import { LinkView } from '../link-view.ts';

export const getLinkEndpoint = row({
  method: 'GET',
  path: '/api/ai-interview/get-link/{interview_id}/',
  folder: 'get-link',
  access: 'recruiter',
  summary: 'Return the current link',
  uses: ['table:read', 'link-keys', 'base-url'],
  params: interviewParams,
  status: 200,
  response: LinkView,
  errors: ['link_not_found'],
});
