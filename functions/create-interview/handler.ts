import { createInterviewEndpoint } from '../../shared/contract/endpoints/create-interview.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { createInterview as store } from '../../shared/table/interviews.ts';
import { readKit } from '../../shared/table/kits.ts';
import { createInterview } from './create-interview.ts';

const env = readEnv('TABLE_NAME', 'REQUIRE_APPROVED_KIT');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { store, readKit }),
  approved_only: env.REQUIRE_APPROVED_KIT === 'true',
  now: Date.now,
};

export const handler = endpoint(createInterviewEndpoint, ({ body, caller, note }) =>
  createInterview({ ...deps, note }, caller, body),
);
