import { eraseInterviewEndpoint } from '../../shared/contract/endpoints/erase-interview.ts';
import { interviewNotFound } from '../../shared/domain/errors.ts';
import { erasing } from '../../shared/erasure/connect.ts';
import { erase } from '../../shared/erasure/erase.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { connectTable } from '../../shared/table/client.ts';
import { withLiveLogin } from '../../shared/users/live-login.ts';
import { connectUsers } from '../../shared/users/users.ts';

const env = readEnv('TABLE_NAME', 'AUDIO_BUCKET', 'USER_POOL_CLIENT_ID');
const deps = erasing(connectTable(env.TABLE_NAME), env.AUDIO_BUCKET);
const { cognito } = connectUsers(env.USER_POOL_CLIENT_ID);

export const handler = endpoint(
  eraseInterviewEndpoint,
  withLiveLogin(cognito, async ({ params, query: { reason }, caller: by, deadline: until }) => {
    const at = new Date(deps.now()).toISOString();
    const erased = await erase(deps, params.interview_id, { reason, by, at, until });
    if (!erased) throw interviewNotFound();
    return erased;
  }),
);
