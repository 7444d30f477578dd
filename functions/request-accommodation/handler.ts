import { requestAccommodationEndpoint } from '../../shared/contract/endpoints/request-accommodation.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { withLink } from '../../shared/links/admission.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { countAccommodations, putAccommodation } from '../../shared/table/accommodations.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { requestAccommodation } from './request-accommodation.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET');
const linkKeys = linkKeysFrom(env.LINK_KEYS_SECRET);
const deps = {
  ...bind(connectTable(env.TABLE_NAME), {
    readInterview,
    putAccommodation,
    countAccommodations,
  }),
  now: Date.now,
};

export const handler = endpoint(
  requestAccommodationEndpoint,
  withLink(
    { ...deps, linkKeys },
    ({ body }) => body.link_token,
    (link, { body }) => requestAccommodation(deps, link, body),
  ),
);
