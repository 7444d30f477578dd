import { openInterviewEndpoint } from '../../shared/contract/endpoints/open-interview.ts';
import { nextStepIn } from '../../shared/domain/next-step.ts';
import { endpoint, Redirect } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { withLink } from '../../shared/links/admission.ts';
import { tokenSent } from '../../shared/links/link-address.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { viewInterview } from '../../shared/session/view-interview.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { wantsPage } from './wants-page.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET', 'REQUIRE_NOTICE', 'NEXT_STEP');
const linkKeys = linkKeysFrom(env.LINK_KEYS_SECRET);
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { readInterview }),
  now: Date.now,
  notice_required: env.REQUIRE_NOTICE === 'true',
  next_step: nextStepIn(env.NEXT_STEP),
};

const view = withLink(
  { ...deps, linkKeys },
  (call: { params: { token: string }; note(facts: { interview_id: string }): void }) =>
    tokenSent(call.params.token),
  (link) => viewInterview(deps, link),
);

/** In the fragment the token reaches the page, but no server, log or referrer. */
const pageFor = (token: string) => `/interview.html#${tokenSent(token)}`;

export const handler = endpoint(openInterviewEndpoint, async (call) =>
  wantsPage(call.header('accept').toLowerCase())
    ? new Redirect(pageFor(call.params.token))
    : await view(call),
);
