import { viewInterviewEndpoint } from '../../shared/contract/endpoints/view-interview.ts';
import { nextStepIn } from '../../shared/domain/next-step.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { withLink } from '../../shared/links/admission.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { viewInterview } from '../../shared/session/view-interview.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { noteOpening } from '../../shared/table/openings.ts';
import { notingOpenings } from './noting-openings.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET', 'REQUIRE_NOTICE', 'NEXT_STEP');
const table = bind(connectTable(env.TABLE_NAME), { readInterview, noteOpening });
const linkKeys = linkKeysFrom(env.LINK_KEYS_SECRET);
const deps = {
  ...table,
  opened: notingOpenings({ ...table, now: Date.now }),
  now: Date.now,
  notice_required: env.REQUIRE_NOTICE === 'true',
  next_step: nextStepIn(env.NEXT_STEP),
};

export const handler = endpoint(
  viewInterviewEndpoint,
  withLink(
    { ...deps, linkKeys },
    ({ body }) => body.link_token,
    (link) => viewInterview(deps, link),
  ),
);
