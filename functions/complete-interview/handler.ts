import { completeInterviewEndpoint } from '../../shared/contract/endpoints/complete-interview.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { withLink } from '../../shared/links/admission.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { completing, completingEnv } from '../../shared/session/connect.ts';
import { completeInterview } from './complete-interview.ts';

const env = readEnv('LINK_KEYS_SECRET', ...completingEnv);
const depsFor = completing(env);

export const handler = endpoint(
  completeInterviewEndpoint,
  withLink(
    {
      linkKeys: linkKeysFrom(env.LINK_KEYS_SECRET),
      readInterview: (id, from) => depsFor(id).readInterview(id, from),
    },
    ({ body }) => body.link_token,
    (link, { body, deadline }) =>
      completeInterview(depsFor(link.claim.interview_id), link, body, deadline),
  ),
);
