import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Context, SQSEvent } from 'aws-lambda';
import { endpoints } from '../shared/contract/endpoints.ts';
import { evaluationQueue } from '../shared/contract/evaluation-queue.ts';
import { defaults } from '../shared/domain/defaults.ts';
import { ensureAdministrator } from './administrator.ts';
import { startBedrock } from './bedrock/bedrock.ts';
import { startCognito } from './cognito/cognito.ts';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import { type Handler, serveApi } from './gateway/api.ts';
import { createAuthorizer } from './gateway/authorizer.ts';
import { invoke } from './gateway/event.ts';
import { serveSite } from './gateway/site.ts';
import { startPolly } from './polly/polly.ts';
import { startS3 } from './s3/s3.ts';
import { startSecretsManager } from './secrets-manager/secrets-manager.ts';
import { startSqs } from './sqs/sqs.ts';
import { startSsm } from './ssm/ssm.ts';
import { ensureTable } from './tables.ts';
import type { OnRequest } from './wire/fault.ts';
import { startServer } from './wire/h2c-server.ts';

/** Services whose endpoint can be given from outside. */
export const replaceable = ['dynamodb', 'bedrock', 'polly'] as const;
export type Replaceable = (typeof replaceable)[number];

export interface StackOptions {
  /** Where everything is kept; null keeps it in memory. */
  folder: string | null;
  /** Of the site and API; 0 takes a free one. */
  port: number;
  /** The folder of the built pages. */
  web: string;
  /** Real Bedrock and Polly, with the developer's credentials and region. */
  aws?: boolean;
  /** Endpoints to use instead of the embedded ones. */
  endpoints?: Partial<Record<Replaceable, string>>;
  /** Whether start insists on an accepted notice. */
  requireNotice?: boolean;
  questionModel?: string;
  evaluationModel?: string;
  secondOpinionModel?: string;
  /** Beyond it nothing is asked of the model until the next day (UTC). */
  dailyBudgetUsd?: number;
  /** Hears every call to an embedded service and may throw a fault, for tests. */
  onRequest?: (service: string, ...call: Parameters<OnRequest>) => ReturnType<OnRequest>;
  /** How long a function may take, in ms. */
  timeout?: number;
}

const names = {
  table: 'talaro',
  audio: 'talaro-audio',
  linkKeys: 'talaro/link-keys',
  baseUrl: '/talaro/base-url',
  queue: 'evaluations',
  deadLetters: 'evaluations-dead-letters',
};

const { visibilityTimeout, maxReceiveCount } = evaluationQueue;

/** How long a stop waits for requests under way, in ms. */
const drainTime = 5_000;

/**
 * Starts the whole system in this process: the stand-ins, the functions behind a gateway, the queue.
 * The functions find it through their environment, as they find AWS; so one stack per process.
 * @throws Error with code EADDRINUSE for a taken port, DATA_FOLDER_IN_USE for a folder in use
 */
export const startStack = async (options: StackOptions) => {
  const { folder, port, web } = options;
  const onRequest = (service: string): { onRequest?: OnRequest } =>
    options.onRequest ? { onRequest: options.onRequest.bind(null, service) } : {};
  const within = (name: string) => folder && join(folder, name);
  if (folder) await mkdir(folder, { recursive: true });

  const running: { close(): Promise<void> }[] = [];
  const started = <T extends { close(): Promise<void> }>(service: T): T => {
    running.unshift(service);
    return service;
  };
  const pending = new Set<Promise<unknown>>();
  const close = async () => {
    // Requests under way are answered first; what hangs is cut off with its connection.
    const drained = new AbortController();
    const late = setTimeout(drainTime, undefined, { signal: drained.signal }).catch(() => {});
    await Promise.race([Promise.allSettled(pending), late]);
    drained.abort();
    for (const service of running) await service.close();
  };

  try {
    const external = options.endpoints ?? {};
    // The table first: its folder's lock keeps a second stack away from everything else.
    const dynamodb = external.dynamodb
      ? { endpoint: external.dynamodb }
      : started(await startDynamoDb({ folder: within('dynamodb'), ...onRequest('dynamodb') }));
    const cognito = started(
      await startCognito({ folder: within('cognito'), ...onRequest('cognito') }),
    );
    const s3 = started(
      await startS3({ folder: within('s3'), buckets: [names.audio], ...onRequest('s3') }),
    );
    const secrets = started(
      await startSecretsManager({ folder: within('secrets'), ...onRequest('secrets-manager') }),
    );
    const ssm = started(await startSsm({ folder: within('ssm'), ...onRequest('ssm') }));
    const sqs = started(
      await startSqs({
        folder: within('sqs'),
        queues: [
          {
            name: names.queue,
            visibilityTimeout,
            retention: evaluationQueue.retention,
            redrive: { deadLetterQueue: names.deadLetters, maxReceiveCount },
          },
          {
            name: names.deadLetters,
            visibilityTimeout,
            retention: evaluationQueue.deadLetterRetention,
          },
        ],
        ...onRequest('sqs'),
      }),
    );
    const bedrock = options.aws || external.bedrock ? null : started(await startBedrock({}));
    const polly =
      options.aws || external.polly ? null : started(await startPolly(onRequest('polly')));

    const environment: Record<string, string | undefined> = {
      AWS_REGION: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
      // With --aws the developer's own credentials have to be found.
      ...(!options.aws && { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }),
      AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito.endpoint,
      AWS_ENDPOINT_URL_S3: s3.endpoint,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.endpoint,
      AWS_ENDPOINT_URL_SSM: ssm.endpoint,
      AWS_ENDPOINT_URL_SQS: sqs.endpoint,
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: external.bedrock ?? bedrock?.endpoint,
      AWS_ENDPOINT_URL_POLLY: external.polly ?? polly?.endpoint,
      TABLE_NAME: names.table,
      AUDIO_BUCKET: names.audio,
      LINK_KEYS_SECRET: names.linkKeys,
      BASE_URL_PARAMETER: names.baseUrl,
      EVALUATION_QUEUE_URL: sqs.queueUrl(names.queue),
      USER_POOL_CLIENT_ID: cognito.clientId,
      REQUIRE_NOTICE: String(options.requireNotice ?? false),
      QUESTION_MODEL: options.questionModel ?? defaults.model,
      EVALUATION_MODEL: options.evaluationModel ?? defaults.model,
      SECOND_OPINION_MODEL: options.secondOpinionModel ?? 'none',
      GUARDRAIL: 'none',
      DAILY_BUDGET_USD: String(options.dailyBudgetUsd ?? defaults.daily_budget_usd),
    };
    for (const [name, value] of Object.entries(environment)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }

    await ensureTable(dynamodb.endpoint, names.table);
    await ensureAdministrator(cognito.endpoint, cognito.userPoolId);
    await secrets.createSecret(names.linkKeys, () =>
      JSON.stringify({ current: '1', 1: randomBytes(48).toString('base64url') }),
    );

    const load = async (name: string): Promise<{ handler: unknown }> =>
      import(new URL(`../functions/${name}/handler.ts`, import.meta.url).href);
    const api = serveApi({
      rows: Object.values(endpoints),
      load: async (name) => (await load(name)).handler as Handler,
      authorize: createAuthorizer(cognito),
      ...(options.timeout && { timeout: options.timeout }),
      onCrash: (name, error) => console.error(`The function ${name} broke:`, error),
    });
    const site = serveSite({ folder: web, s3, bucket: names.audio });
    const gateway = started(
      await startServer({
        port,
        handle: (request) => {
          const isApi = request.path === '/api' || request.path.startsWith('/api/');
          const answer = isApi ? api(request) : site(request);
          pending.add(answer);
          return answer.finally(() => pending.delete(answer));
        },
      }),
    );
    const url = gateway.endpoint.replace('127.0.0.1', 'localhost');
    await ssm.put(names.baseUrl, url);

    const { handler } = await load(evaluationQueue.folder);
    sqs.poll(names.queue, {
      concurrency: evaluationQueue.concurrency,
      consumer: (event) =>
        invoke(handler as (event: SQSEvent, context: Context) => Promise<unknown>, event, {
          folder: evaluationQueue.folder,
          request_id: randomUUID(),
          timeout: evaluationQueue.timeout * 1000,
        }),
    });
    return { url, dynamodb, cognito, s3, secrets, ssm, sqs, bedrock, names, close };
  } catch (error) {
    await close();
    throw error;
  }
};

export type Stack = Awaited<ReturnType<typeof startStack>>;
