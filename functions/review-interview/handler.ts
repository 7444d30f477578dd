import { reviewInterviewEndpoint } from '../../shared/contract/endpoints/review-interview.ts';
import { endpoint, replayable } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { idsBehind, keyed } from '../../shared/table/idempotency.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { putReview, readReview } from '../../shared/table/reviews.ts';
import { readUserNames } from '../../shared/table/user-names.ts';
import { reviewInterview } from './review-interview.ts';

const env = readEnv('TABLE_NAME');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), {
    readInterview,
    readReview,
    readUserNames,
    putReview,
    idsBehind,
  }),
  now: Date.now,
};

export const handler = endpoint(
  reviewInterviewEndpoint,
  async ({ params: { interview_id }, body: sent, caller: by, idempotency_key: key }) => {
    const body = { interview_id, ...sent };
    const request = keyed(by, reviewInterviewEndpoint.folder, { key, body });
    return replayable(await reviewInterview(deps, { by, interview_id, sent, request }));
  },
);
