import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { listInterviews } from '../functions/list-interviews/list-interviews.ts';
import { startDynamoDb } from '../local/dynamodb/dynamodb.ts';
import { ensureTable } from '../local/tables.ts';
import { listInterviewsEndpoint } from '../shared/contract/endpoints/list-interviews.ts';
import { readLinkKeys } from '../shared/domain/link-token.ts';
import { withCommas } from '../shared/domain/plain-text.ts';
import type { Table } from '../shared/table/client.ts';
import { listInterviews as list } from '../shared/table/interview-list.ts';
import { interleaved } from './interleaved.ts';
import { emailOf, kitOf, manyInterviews, storeListed } from './many-interviews.ts';
import type { Bench, Measure } from './measure.ts';

const few = 200;
/** So that every query finds as many rows as it reads. */
const enough = 4_000;
const many = 20_000;
const page = 50;
const pages = 10;
const now = Date.parse('2026-11-26T12:00:00Z');
const keys = readLinkKeys(JSON.stringify({ current: '1', 1: 'k'.repeat(64) }));

/** Every kind of list: of all, of one status, and what is searched for. */
const asked = {
  all: {},
  scheduled: { status: 'scheduled' },
  expired: { status: 'expired' },
  'in progress': { status: 'in_progress' },
  completed: { status: 'completed' },
  cancelled: { status: 'cancelled' },
  'of a kit': { kit_id: kitOf(1) },
  'of an address': { email: emailOf(1) },
  'of three weeks': { from: '2026-11-05', to: '2026-11-25' },
};

/** A table with so many interviews, and how it answers a query. */
const openLists = async (count: number) => {
  let queries = 0;
  const dynamodb = await startDynamoDb({
    folder: null,
    onRequest: (operation, _input, phase) => {
      if (operation === 'Query' && phase === 'before') queries++;
    },
  });
  process.env.AWS_REGION ??= 'us-east-1';
  process.env.AWS_ACCESS_KEY_ID ??= 'local';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const base = new DynamoDBClient({
    endpoint: dynamodb.endpoint,
    region: 'us-east-1',
    credentials,
  });
  const marshallOptions = { removeUndefinedValues: true };
  const table: Table = {
    name: 'interviews',
    client: DynamoDBDocumentClient.from(base, { marshallOptions }),
  };
  await ensureTable(dynamodb.endpoint, table.name);
  await storeListed(table, manyInterviews(count, now));
  const deps = {
    list: (given: Parameters<typeof list>[1]) => list(table, given),
    linkKeys: async () => keys,
    now: () => now,
  };
  const read = (query: object) =>
    listInterviews(deps, listInterviewsEndpoint.query.parse({ ...query, limit: String(page) }));
  return {
    read,
    queriesOf: async (query: object) => {
      const before = queries;
      await read(query);
      return queries - before;
    },
    close: async () => {
      base.destroy();
      await dynamodb.close();
    },
  };
};

type Lists = Awaited<ReturnType<typeof openLists>>;

/** The CPU time of a page, in ms: the mean of some. */
const costOf = (lists: Lists, query: object) => async () => {
  const before = process.cpuUsage();
  for (let n = 0; n < pages; n++) await lists.read(query);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / pages;
};

const compared = async (
  [name, query]: [string, object],
  { count, small, large }: { count: number; small: Lists; large: Lists },
): Promise<Measure[]> => {
  const took = await interleaved(
    { small: costOf(small, query), large: costOf(large, query) },
    { rounds: 5, warmUp: 1 },
  );
  const [before, after] = [await small.queriesOf(query), await large.queriesOf(query)];
  const [of, out] = [withCommas(many), withCommas(count)];
  return [
    {
      what: `a page of interviews, ${name}: of ${of} ÷ of ${out}`,
      value: took.large / took.small,
      unit: '×',
      gate: 1.5,
      reach: 1,
      basis: `${took.large.toFixed(1)} and ${took.small.toFixed(1)} ms of CPU time for ${page} interviews, the embedded table's included`,
    },
    {
      what: `its queries, ${name}: those of ${of} more than of ${out}`,
      value: after - before,
      unit: 'calls',
      gate: 0,
      reach: null,
      basis: `${after} and ${before}, all at once`,
    },
  ];
};

export const lists: Bench = {
  name: 'lists',
  about: 'a page of a list of interviews, out of few and out of many',
  measure: async () => {
    const [small, middle, large] = await Promise.all([few, enough, many].map(openLists));
    if (!small || !middle || !large) throw new Error('A table is missing');
    try {
      const measures = await compared(['all', {}], { count: few, small, large });
      for (const one of Object.entries(asked)) {
        measures.push(...(await compared(one, { count: enough, small: middle, large })));
      }
      return measures;
    } finally {
      await Promise.all([small, middle, large].map((opened) => opened.close()));
    }
  },
};
