import { reEvaluateInterviewEndpoint } from '../../shared/contract/endpoints/re-evaluate-interview.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { connectQueue } from '../../shared/session/queue.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { noteEvaluationRequest } from '../../shared/table/evaluations.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { reEvaluateInterview } from './re-evaluate-interview.ts';

const env = readEnv('TABLE_NAME', 'EVALUATION_QUEUE_URL');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { readInterview, noteEvaluationRequest }),
  send: connectQueue(env.EVALUATION_QUEUE_URL),
  now: Date.now,
};

export const handler = endpoint(reEvaluateInterviewEndpoint, ({ params, caller }) =>
  reEvaluateInterview(deps, caller, params.interview_id),
);
