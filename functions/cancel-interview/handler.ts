import { cancelInterviewEndpoint } from '../../shared/contract/endpoints/cancel-interview.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { cancelInterview as store } from '../../shared/table/changes.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { cancelInterview } from './cancel-interview.ts';

const env = readEnv('TABLE_NAME');
const deps = { ...bind(connectTable(env.TABLE_NAME), { readInterview, store }), now: Date.now };

export const handler = endpoint(cancelInterviewEndpoint, ({ params, body, caller }) =>
  cancelInterview(deps, caller, params.interview_id, body.reason),
);
