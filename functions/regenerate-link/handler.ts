import { regenerateLinkEndpoint } from '../../shared/contract/endpoints/regenerate-link.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { linkMaking } from '../../shared/links/link-making.ts';
import { makeLink } from '../../shared/links/make-link.ts';

const deps = linkMaking();

export const handler = endpoint(regenerateLinkEndpoint, ({ params, recruiter, note }) => {
  note({ interview_id: params.interview_id });
  return makeLink(deps, {
    interview_id: params.interview_id,
    by: recruiter,
    replace: true,
    message: 'AI interview link regenerated successfully',
  });
});
