import { reportInterviewsEndpoint } from '../../shared/contract/endpoints/report-interviews.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readCounts } from '../../shared/table/reports.ts';
import { reportInterviews } from './report-interviews.ts';

const env = readEnv('TABLE_NAME');
const deps = { ...bind(connectTable(env.TABLE_NAME), { readCounts }), now: Date.now };

export const handler = endpoint(reportInterviewsEndpoint, ({ query }) =>
  reportInterviews(deps, query),
);
