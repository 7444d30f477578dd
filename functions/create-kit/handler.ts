import { createKitEndpoint } from '../../shared/contract/endpoints/create-kit.ts';
import { endpoint, replayable } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { connectInterviewer, interviewerEnv } from '../../shared/interviewer/connect.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { idsBehind, keyed, readIds } from '../../shared/table/idempotency.ts';
import { readNewestVersion } from '../../shared/table/kit-versions.ts';
import { putKit, rememberKit } from '../../shared/table/kit-writes.ts';
import { readKit, readKitOfJob } from '../../shared/table/kits.ts';
import { oneAtATime } from '../../shared/table/leases.ts';
import { createKit } from './create-kit.ts';

const env = readEnv('TABLE_NAME', ...interviewerEnv);
const table = connectTable(env.TABLE_NAME);
const deps = {
  ...bind(table, {
    readKitOfJob,
    readKit,
    readNewestVersion,
    idsBehind,
    readIds,
    putKit,
    rememberKit,
  }),
  oneAtATime: oneAtATime(table),
  interviewer: connectInterviewer(env, table)(null),
  now: Date.now,
};

export const handler = endpoint(createKitEndpoint, async ({ body, caller, ...call }) => {
  const { deadline, idempotency_key: key } = call;
  const request = keyed(caller, createKitEndpoint.folder, { key, body });
  return replayable(await createKit(deps, caller, body, { request, deadline }));
});
