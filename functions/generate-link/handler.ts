import { generateLinkEndpoint } from '../../shared/contract/endpoints/generate-link.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { linkMaking, linkMakingEnv } from '../../shared/links/link-making.ts';
import { makeLink } from '../../shared/links/make-link.ts';

const deps = linkMaking(readEnv(...linkMakingEnv));

export const handler = endpoint(generateLinkEndpoint, ({ params, caller, deadline }) =>
  makeLink(deps, {
    interview_id: params.interview_id,
    by: caller,
    deadline,
    replace: false,
  }),
);
