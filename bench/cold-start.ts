import { spawnSync } from 'node:child_process';
import type { Bundle } from '../infra/bundle.ts';
import { largest, withBundles } from './deployed.ts';
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
 * @returns the computing time of the process, all its threads, until that is done, in ms
 */
const node = (code: string) => (): number => {
  const report =
    "const u=process.cpuUsage();process.getBuiltinModule('fs').writeSync(1,String(u.user+u.system))";
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `${code};${report}`],
    { env: environment, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`node -e ${code} failed: ${error ?? stderr}`);
  return Number(stdout) / 1000;
};

const loading = ({ file }: Bundle) => node(`await import(${JSON.stringify(file)})`);

export const coldStart: Bench = {
  name: 'cold-start',
  about: 'INIT of functions as deployed, and the size of their bundles',
  measure: () =>
    withBundles(async (bundles) => {
      const { table, model, voice } = largest(bundles);
      const took = await interleaved(
        {
          empty: node('0'),
          table: loading(table),
          model: loading(model),
          voice: loading(voice),
        },
        { rounds, warmUp: 2 },
      );
      const ratio = (kind: 'table' | 'model' | 'voice') => took[kind] / took.empty;
      const basis = (folder: string) =>
        `${folder}, the largest of its kind: computing time of a process until the bundle is ` +
        `imported ÷ node -e 0 (${took.empty.toFixed(0)} ms), medians of ${rounds} alternating runs`;
      return [
        {
          what: 'INIT of a DynamoDB endpoint',
          value: ratio('table'),
          unit: '×',
          gate: 1.5,
          reach: 1.05,
          basis: basis(table.folder),
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
