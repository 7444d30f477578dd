import { createInterviewEndpoint } from '../../shared/contract/endpoints/create-interview.ts';
import { endpoint, replayable } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { createInterview } from '../../shared/interviews/create-interview.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { idsBehind, keyed } from '../../shared/table/idempotency.ts';
import { readInterview, createInterview as store } from '../../shared/table/interviews.ts';
import { readKit } from '../../shared/table/kits.ts';

const env = readEnv('TABLE_NAME', 'REQUIRE_APPROVED_KIT');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { store, readKit, readInterview, idsBehind }),
  approved_only: env.REQUIRE_APPROVED_KIT === 'true',
  now: Date.now,
};

export const handler = endpoint(
  createInterviewEndpoint,
  async ({ body, caller, note, ...call }) => {
    const request = keyed(caller, createInterviewEndpoint.folder, {
      key: call.idempotency_key,
      body,
    });
    const made = await createInterview(deps, caller, body, request);
    note({ interview_id: made.body.interview_id });
    return replayable(made);
  },
);
