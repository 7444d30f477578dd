import { updateInterviewEndpoint } from '../../shared/contract/endpoints/update-interview.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { updateInterview as store } from '../../shared/table/changes.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { readKit } from '../../shared/table/kits.ts';
import { accessTokenOf, requireLiveLogin } from '../../shared/users/live-login.ts';
import { connectUsers } from '../../shared/users/users.ts';
import { updateInterview } from './update-interview.ts';

const env = readEnv('TABLE_NAME', 'REQUIRE_APPROVED_KIT', 'USER_POOL_CLIENT_ID');
const { cognito } = connectUsers(env.USER_POOL_CLIENT_ID);
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { readInterview, readKit, store }),
  approved_only: env.REQUIRE_APPROVED_KIT === 'true',
  now: Date.now,
};

export const handler = endpoint(updateInterviewEndpoint, async (call) => {
  const { params, body, caller } = call;
  // What only admins may do; the others are refused without asking.
  if (body.legal_hold !== undefined && 'admin' in caller) {
    await requireLiveLogin(cognito, accessTokenOf(call));
  }
  return updateInterview(deps, caller, params.interview_id, body);
});
