import { createInterviewsEndpoint } from '../../shared/contract/endpoints/create-interviews.ts';
import { endpoint, replayable } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { refusalOf } from '../../shared/http/refusal.ts';
import { linkMaking, linkMakingEnv } from '../../shared/links/link-making.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { idsBehind, keyed, readRows } from '../../shared/table/idempotency.ts';
import { createInterview as store } from '../../shared/table/interviews.ts';
import { readKit } from '../../shared/table/kits.ts';
import { createInterviews } from './create-interviews.ts';

const env = readEnv(...linkMakingEnv);
const table = connectTable(env.TABLE_NAME);
const deps = {
  ...linkMaking(env, table),
  ...bind(table, { store, readKit, idsBehind, readRows }),
  approved_only: env.REQUIRE_APPROVED_KIT === 'true',
};

export const handler = endpoint(
  createInterviewsEndpoint,
  async ({ body, caller, note, ...call }) => {
    const { deadline, idempotency_key: key, request_id } = call;
    const request = keyed(caller, createInterviewsEndpoint.folder, { key, body });
    note({ rows: body.interviews.length });
    const answer = await createInterviews(
      {
        ...deps,
        refusalOf: (caught) => {
          const { status, body: error, retry_after } = refusalOf(caught, { request_id });
          return { status, error: { ...error, ...(retry_after && { retry_after }) } };
        },
      },
      { by: caller, sent: body, request, deadline },
    );
    return replayable(answer);
  },
);
