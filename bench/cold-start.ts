import { spawnSync } from 'node:child_process';
import type { Bundle } from '../infra/bundle.ts';
import { type Kind, largest, withBundles } from './deployed.ts';
import { interleaved } from './interleaved.ts';
import type { Bench } from './measure.ts';

const rounds = 25;

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
  REQUIRE_NOTICE: 'false',
  QUESTION_MODEL: 'model',
  EVALUATION_MODEL: 'model',
  SECOND_OPINION_MODEL: 'none',
  GUARDRAIL: 'none',
  DAILY_BUDGET_USD: '10',
};

/**
 * Starts Node and has it evaluate something.
 * @returns the computing time of the process in ms, all its threads: until that is done, or, with
 * `from` 'code', without Node's own start
 */
const node = (code: string, from: 'start' | 'code') => (): number => {
  const before = from === 'start' ? '{user:0,system:0}' : 'process.cpuUsage()';
  const report =
    "const u=process.cpuUsage(before);process.getBuiltinModule('fs').writeSync(1,String(u.user+u.system));process.exit(0)";
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `const before=${before};${code};${report}`],
    { env: environment, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`node -e ${code} failed: ${error ?? stderr}`);
  return Number(stdout) / 1000;
};

/** What INIT adds to a runtime that has started, as Lambda's has: the module read, compiled, run. */
const loading = ({ file }: Bundle) => node(`await import(${JSON.stringify(file)})`, 'code');

export const coldStart: Bench = {
  name: 'cold-start',
  about: 'INIT of functions as deployed, and the size of their bundles',
  measure: () =>
    withBundles(async (bundles) => {
      const { table, link, model, voice } = largest(bundles);
      const took = await interleaved(
        {
          empty: node('0', 'start'),
          table: loading(table),
          link: loading(link),
          model: loading(model),
          voice: loading(voice),
        },
        { rounds, warmUp: 2 },
      );
      const ratio = (kind: Kind) => took[kind] / took.empty;
      const basis = (folder: string) =>
        `${folder}, the largest of its kind: computing time of importing the bundle in a process ` +
        `that has started ÷ that of all of node -e 0 (${took.empty.toFixed(0)} ms), medians of ` +
        `${rounds} alternating runs`;
      const withLinks =
        `; ${link.folder}, the largest with Secrets Manager besides: ` +
        `${ratio('link').toFixed(2)} ×, ${(link.bytes / 1000).toFixed(0)} KB`;
      return [
        {
          what: 'INIT of a DynamoDB endpoint',
          value: ratio('table'),
          unit: '×',
          gate: 1.5,
          reach: 1.05,
          basis: basis(table.folder) + withLinks,
        },
        {
          what: 'its bundle, minified',
          value: table.bytes / 1000,
          unit: 'KB',
          gate: 260,
          reach: 200,
          basis: `${table.folder}, not compressed, 1 KB = 1000 bytes`,
        },
        {
          what: 'INIT with Bedrock',
          value: ratio('model'),
          unit: '×',
          gate: 1.85,
          reach: 1.4,
          basis: basis(model.folder),
        },
        {
          what: 'INIT with Polly and S3',
          value: ratio('voice'),
          unit: '×',
          gate: 2.4,
          reach: 1.4,
          basis: basis(voice.folder),
        },
      ];
    }),
};
