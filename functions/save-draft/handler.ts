import { saveDraftEndpoint } from '../../shared/contract/endpoints/save-draft.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { withLink } from '../../shared/links/admission.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { putDraft } from '../../shared/table/drafts.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { saveDraft } from './save-draft.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET');
const linkKeys = linkKeysFrom(env.LINK_KEYS_SECRET);
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { readInterview, putDraft }),
  now: Date.now,
};

export const handler = endpoint(
  saveDraftEndpoint,
  withLink(
    { ...deps, linkKeys },
    ({ body }) => body.link_token,
    (link, { body }) => saveDraft(deps, link, body),
  ),
);
