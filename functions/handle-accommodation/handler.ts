import { handleAccommodationEndpoint } from '../../shared/contract/endpoints/handle-accommodation.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import {
  readAccommodation,
  handleAccommodation as store,
} from '../../shared/table/accommodations.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { readUserNames } from '../../shared/table/user-names.ts';
import { handleAccommodation } from './handle-accommodation.ts';

const env = readEnv('TABLE_NAME');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { readInterview, readAccommodation, readUserNames, store }),
  now: Date.now,
};

export const handler = endpoint(handleAccommodationEndpoint, ({ params, body, caller }) =>
  handleAccommodation(deps, caller, params, body),
);
