import { execFile } from 'node:child_process';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { APIGatewayProxyResult, SQSBatchResponse } from 'aws-lambda';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundleFunctions } from '../../infra/bundle.ts';
import { unreached } from '../../infra/unreached.ts';
import { type EndpointRow, needsLogin } from '../../shared/contract/endpoint-row.ts';
import { endpoints } from '../../shared/contract/endpoints.ts';
import { evaluationQueue } from '../../shared/contract/evaluation-queue.ts';
import { sweep } from '../../shared/contract/sweep.ts';
import { signLinkToken } from '../../shared/domain/link-token.ts';
import { apiEvent, recruiterClaims } from '../support/events.ts';
import { testKeys, testSecret } from '../support/links.ts';
import { functionAt } from './functions.ts';
import { sampleBody } from './sample.ts';
import { type Synthesized, synthesize, temporaryFolder } from './synthesized.ts';

const rows: readonly EndpointRow[] = Object.values(endpoints);
const interview_id = '3f2b8c1e-5d47-4f6a-9b0e-7c1d2e3f4a5b';
const signed = signLinkToken(testKeys, {
  interview_id,
  link_id: '9d0c6c1e0f6b4a9e8f6e2b1a3c4d5e6f',
  key_id: 2,
  candidate_email: 'ada@example.com',
});
if (!signed) throw new Error('The test key is missing');
const link_token: string = signed;

/** A fake AWS that returns the link keys and refuses everything else. */
const startAws = async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const operation = String(request.headers['x-amz-target']);
    asked.push(`${operation} ${request.headers.authorization ? 'signed' : 'unsigned'}`);
    const known = operation === 'secretsmanager.GetSecretValue';
    request.resume();
    response.writeHead(known ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify(known ? { SecretString: testSecret } : { __type: 'AccessDeniedException' }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { asked, server, port: (server.address() as AddressInfo).port };
};

let folder: string;
let bundles: Bundle[];
let app: Synthesized;
let aws: { asked: string[]; server: Server; port: number };
beforeAll(async () => {
  folder = temporaryFolder();
  [bundles, { app }, aws] = await Promise.all([bundleFunctions(folder), synthesize(), startAws()]);
  await copyFile(join(import.meta.dirname, 'call-bundle.mjs'), join(folder, 'call.mjs'));
});
afterAll(async () => {
  aws.server.close();
  await rm(folder, { recursive: true });
});

/** Loads a bundle with the variables of the template and nothing else, and calls it once. */
const call = async <Answer>(path: string, event: unknown): Promise<Answer> => {
  const name = path.split('/').at(-1) ?? '';
  const variables = Object.entries(functionAt(app, path).variables).map(([variable, value]) => [
    variable,
    typeof value === 'string' ? value : `the-${variable.toLowerCase()}`,
  ]);
  const endpoint = `http://127.0.0.1:${aws.port}`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['call.mjs', join(folder, name, `${name}.mjs`), JSON.stringify(event)],
    {
      cwd: folder,
      env: {
        AWS_REGION: 'eu-central-1',
        AWS_ACCESS_KEY_ID: 'key',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_ENDPOINT_URL: endpoint,
        ...Object.fromEntries(variables),
        ...(variables.some(([variable]) => variable === 'EVALUATION_QUEUE_URL') && {
          EVALUATION_QUEUE_URL: `${endpoint}/queue`,
        }),
      },
    },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
};

const requestFor = (row: EndpointRow) =>
  apiEvent({
    method: row.method,
    path: row.path,
    headers: {
      accept: 'application/json',
      // Its record is looked for first, or written with the rest.
      ...(row.idempotent && { 'idempotency-key': 'key-1' }),
    },
    ...(row.params && {
      params: {
        interview_id,
        accommodation_id: interview_id,
        kit_id: interview_id,
        user_id: interview_id,
        token: link_token,
      },
    }),
    ...(row.body && {
      body: { ...sampleBody(row), link_token, interview_id },
    }),
    ...(needsLogin(row.access) && {
      claims: { ...recruiterClaims, 'cognito:groups': 'admin,recruiter' },
    }),
  });

/** Rows for which a refusal of Cognito is no failure. */
const answersAnyway = ['forgot-password', 'logout'];

describe('A bundle', () => {
  it.each(rows)(
    'of $folder loads with the variables it is deployed with, and responds in our form',
    async (row) => {
      const answer = await call<APIGatewayProxyResult>(`Api/${row.folder}`, requestFor(row));

      const body: Record<string, unknown> = JSON.parse(answer.body);
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
      if (row.uses.length === 0) expect(answer.statusCode).toBe(row.status);
      else if (answersAnyway.includes(row.folder)) expect(answer.statusCode).toBe(200);
      else if (/^(login|refresh-login|issue-token)$/.test(row.folder)) {
        expect(answer.statusCode).toBe(401);
        expect(row.errors).toContain(body.code);
      }
      // The request was valid: what failed is the table, or before it Cognito, which it therefore reached.
      else
        expect([answer.statusCode, body.code, body.request_id]).toEqual([
          500,
          'internal_error',
          'request-1',
        ]);
    },
  );

  it(`of ${evaluationQueue.folder} hands back a message that it could not process`, async () => {
    const attributes = { ApproximateReceiveCount: '1', SentTimestamp: '0' };
    const message = { messageId: 'message-1', body: JSON.stringify({ interview_id }), attributes };

    const answer = await call<SQSBatchResponse>(`Evaluations/${evaluationQueue.folder}`, {
      Records: [message],
    });

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
  });

  it(`of ${sweep.folder} loads with the variables it is deployed with, and says that its run failed`, async () => {
    const run = call(`Sweep/${sweep.folder}`, { id: 'event-1' });

    // The table, which it therefore reached.
    await expect(run).rejects.toThrow('AccessDenied');
  });

  it('names its function in a stack, of which a command finds the places in the sources', async () => {
    const file = join(folder, 'read-health', 'read-health.mjs');
    // Without an event it fails in its first middleware.
    const run = promisify(execFile)(process.execPath, ['call.mjs', file, 'null'], { cwd: folder });
    const { stderr } = await run.catch((failed) => failed);
    const line = JSON.stringify({ at: stderr.split('\n'), interview_id });
    const log = join(folder, 'log.txt');
    await writeFile(log, line.replaceAll(folder, '/var/task'));

    const resolve = promisify(execFile)(process.execPath, ['bin/resolve-stack.ts', log]);

    const [, at] =
      /before \(shared\/http\/endpoint\.ts:(\d+):\d+\)/.exec((await resolve).stdout) ?? [];
    const source = await readFile('shared/http/endpoint.ts', 'utf8');
    expect(source.split('\n')[Number(at) - 1]).toContain('started.set(event');
  });

  it('calls AWS with the credentials of its environment, and logs in with none', () => {
    const asked = new Set(aws.asked);

    expect(asked).toContain('DynamoDB_20120810.Query signed');
    expect(asked).toContain('DynamoDB_20120810.TransactWriteItems signed');
    expect(asked).toContain('AWSCognitoIdentityProviderService.InitiateAuth unsigned');
    expect(asked).toContain('AWSCognitoIdentityProviderService.GetUser unsigned');
  });

  it('contains nothing that is licensed for development only, and no development tool', () => {
    const packages = new Set(bundles.flatMap((bundle) => bundle.packages));

    const unwanted = [...packages].filter((name) =>
      /espeak|wasm-media|dynalite|level|playwright|chromium|preact|aws-cdk|constructs|jose|vite/.test(
        name,
      ),
    );

    expect(unwanted).toEqual([]);
    expect(packages).toContain('@aws-sdk/client-dynamodb');
  });

  it('is small: no endpoint carries the clients of another', () => {
    const clients: Readonly<Record<string, RegExp>> = {
      'client-cognito-identity-provider': /^users/,
      'client-bedrock-runtime': /^model$/,
      'client-polly': /^voice$/,
      'client-s3': /^(voice|sound:erase)$/,
      'client-sqs': /^queue:send$/,
      'client-ssm': /^base-url$/,
      'client-secrets-manager': /^link-keys$/,
      'client-dynamodb': /^table:/,
    };

    const carried = rows.flatMap(({ folder: name, uses }) =>
      Object.entries(clients)
        .filter(([, use]) => !uses.some((used) => use.test(used)))
        .filter(([client]) =>
          bundles.find((bundle) => bundle.folder === name)?.packages.includes(`@aws-sdk/${client}`),
        )
        .map(([client]) => `${name}: ${client}`),
    );

    expect(carried).toEqual([]);
  });

  it('stays below its size limit', () => {
    const limitOf = ({ folder: name, packages }: Bundle) => {
      // It calls table, queue and bucket, and nobody waits for its start.
      if (name === sweep.folder) return 450_000;
      if (packages.includes('@aws-sdk/client-polly')) return 900_000;
      if (packages.includes('@aws-sdk/client-bedrock-runtime')) return 650_000;
      // A third client, beside those of the table and of Cognito.
      const third = ['@aws-sdk/client-ssm', '@aws-sdk/client-s3'];
      return third.some((client) => packages.includes(client)) ? 450_000 : 400_000;
    };

    const large = bundles.filter((bundle) => bundle.bytes > limitOf(bundle));

    expect(large.map(({ folder: name, bytes }) => `${name}: ${bytes}`)).toEqual([]);
  });
});

describe('A build', () => {
  const bundle = (groups: Parameters<typeof unreached>[0]) =>
    build({
      stdin: { contents: "import 'mnemonist/lru-cache.js';", resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      logLevel: 'silent',
      plugins: [unreached(groups)],
    });

  it('replaces a module of a package', async () => {
    const { outputFiles } = await bundle([{ files: { 'mnemonist/lru-cache.js': 'instead();' } }]);

    expect(outputFiles[0]?.text).toContain('instead();');
  });

  it('fails with the name of a module that has moved', async () => {
    const moved = bundle([{ files: { 'mnemonist/gone.js': '' } }]);

    await expect(moved).rejects.toThrow(
      'mnemonist/gone.js has moved: name its new place in infra/unreached.ts, or remove its row',
    );
  });

  it('fails if a module has nothing left that its row replaces', async () => {
    const unchanged = bundle([{ files: { 'mnemonist/lru-cache.js': (source) => source } }]);

    await expect(unchanged).rejects.toThrow('lru-cache.js has nothing to replace: remove its row');
  });
});
