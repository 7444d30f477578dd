import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { largest, withBundles } from './deployed.ts';
import { type Bench, median } from './measure.ts';

const rounds = 30;

/** Any values: a cold start reads its configuration and connects to nothing. */
const environment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
  TABLE_NAME: 'table',
  AUDIO_BUCKET: 'audio',
  LINK_KEYS_SECRET: 'secret',
  BASE_URL_PARAMETER: '/base-url',
  EVALUATION_QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/123456789012/queue',
  USER_POOL_CLIENT_ID: 'client',
  USER_POOL_ID: 'pool',
  REQUIRE_NOTICE: 'false',
  QUESTION_MODEL: 'model',
  EVALUATION_MODEL: 'model',
  SECOND_OPINION_MODEL: 'none',
  MODEL_CAPABILITIES: 'none',
  REQUIRE_APPROVED_KIT: 'false',
  GUARDRAIL: 'none',
  NEXT_STEP: 'none',
  SEAL_AFTER_HOURS: '24',
  RETENTION_DAYS: 'never',
  DAILY_BUDGET_USD: '10',
};

/** The part of the runtime API that a start needs: it responds only after the start is done. */
const withRuntimeApi = async <T>(work: (next: string) => Promise<T>): Promise<T> => {
  const server = createServer((_, response) => {
    setTimeout(20).then(() => response.end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    return await work(`http://127.0.0.1:${port}/2018-06-01/runtime/invocation/next`);
  } finally {
    server.close();
  }
};

/** Starts a fresh process; returns the CPU time of its main thread, in ms. */
const start = async (next: string, file: string): Promise<number> => {
  const client = join(import.meta.dirname, 'runtime-client.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [client, file, next], {
    env: environment,
  });
  return Number(stdout);
};

/**
 * Starts each of several functions in turn, round after round.
 * @returns the cost of each as a multiple of the first one's: the median of the ratios within each
 * round, since the machine's speed changes from round to round, and single starts vary both ways
 */
const ratios = async <Name extends string>(
  next: string,
  files: readonly (readonly [Name, string])[],
): Promise<Record<Name, number>> => {
  const all = new Map(files.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    const costs: number[] = [];
    for (const [, file] of files) costs.push(await start(next, file));
    const [first = Number.NaN] = costs;
    for (const [n, [name]] of files.entries()) all.get(name)?.push((costs[n] ?? 0) / first);
  }
  return Object.fromEntries([...all].map(([name, made]) => [name, median(made)])) as Record<
    Name,
    number
  >;
};

export const coldStart: Bench = {
  name: 'cold-start',
  about: 'INIT of functions as deployed, and the size of their bundles',
  measure: () =>
    withBundles(async (bundles) => {
      const kinds = largest(bundles);
      const { table, link, model, voice } = kinds;
      const empty = join(dirname(dirname(table.file)), 'empty.mjs');
      await writeFile(empty, 'export const handler = async () => {};\n');
      const took = await withRuntimeApi((next) =>
        ratios(next, [
          ['empty', empty],
          ['table', table.file],
          ['link', link.file],
          ['model', model.file],
          ['voice', voice.file],
        ]),
      );
      const size = (bytes: number) => `${(bytes / 1000).toFixed(0)} KB`;
      const init = (kind: keyof typeof kinds) => ({
        value: took[kind],
        unit: '×' as const,
        basis:
          `${kinds[kind].folder} (${size(kinds[kind].bytes)}), the largest of its kind: CPU ` +
          `time of the main thread from a start to the first request for an event ÷ that with an ` +
          `empty handler, the median of ${rounds} such pairs of fresh processes`,
      });
      const withLinks =
        `; ${link.folder}, the largest with Secrets Manager too: ` +
        `${took.link.toFixed(2)} ×, ${size(link.bytes)}`;
      const ofTable = init('table');
      return [
        {
          ...ofTable,
          what: 'INIT of a DynamoDB endpoint',
          gate: 2.5,
          reach: 1.6,
          basis: ofTable.basis + withLinks,
        },
        {
          what: 'its bundle, minified',
          value: table.bytes / 1000,
          unit: 'KB',
          gate: 300,
          reach: 200,
          basis: `${table.folder}, not compressed, 1 KB = 1000 bytes`,
        },
        { ...init('model'), what: 'INIT with Bedrock', gate: 3.3, reach: 2 },
        { ...init('voice'), what: 'INIT with Polly and S3', gate: 3.9, reach: 2.4 },
      ];
    }),
};
