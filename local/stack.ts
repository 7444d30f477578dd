import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ensureAdministrator } from './administrator.ts';
import { startBedrock } from './bedrock/bedrock.ts';
import { startCognito } from './cognito/cognito.ts';
import { requireDataFolder } from './data-folder.ts';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import { type EnvironmentOptions, names, setEnvironment } from './environment.ts';
import { evaluationConsumer, evaluationQueues } from './evaluations.ts';
import { serveApi, shared } from './gateway/api.ts';
import { createAuthorizer } from './gateway/authorizer.ts';
import { payloadLimit, refuse } from './gateway/refusal.ts';
import { serveSite } from './gateway/site.ts';
import { longestReply } from './openai-compatible/chat-client.ts';
import { startOpenAiCompatible } from './openai-compatible/openai-compatible.ts';
import { type OnMail, outbox } from './outbox.ts';
import { startPolly } from './polly/polly.ts';
import { startS3 } from './s3/s3.ts';
import { startSecretsManager } from './secrets-manager/secrets-manager.ts';
import { startSqs } from './sqs/sqs.ts';
import { startSsm } from './ssm/ssm.ts';
import { onSchedule, sweepOnce } from './sweep.ts';
import { ensureTable, migrateTable } from './tables.ts';
import type { OnRequest } from './wire/fault.ts';
import { startServer } from './wire/h2c-server.ts';

export interface StackOptions extends EnvironmentOptions {
  /** Where everything is kept; null keeps it in memory. */
  folder: string | null;
  /** Of the site and API; 0 takes a free one. */
  port: number;
  /** The folder of the built pages. */
  web: string;
  /** Called for each request to an embedded service; may throw a fault, for tests. */
  onRequest?: (service: string, ...call: Parameters<OnRequest>) => ReturnType<OnRequest>;
  /** How long a function may take, in ms. */
  timeout?: number;
  /** Whose pages may call the API, beside our own. */
  corsOrigins?: readonly string[];
  /** Whether interviews are swept from the start on; else whoever has the stack does so. */
  sweeps?: boolean;
  /** Told of each e-mail that Cognito would have sent. */
  onMail?: OnMail;
}

/** How long a stop waits for requests under way, in ms. */
const drainTime = 5_000;

/**
 * Starts the whole system in this process: the stand-ins, the functions behind a gateway, the queue.
 * The functions find it through their environment, as they find AWS; so one stack per process.
 * @throws Error with code EADDRINUSE for a taken port, DATA_FOLDER_IN_USE for a folder in use
 */
export const startStack = async (options: StackOptions) => {
  const { folder, port, web, corsOrigins = [] } = options;
  const settings = (service: string, name = service) => ({
    folder: folder && join(folder, name),
    ...(options.onRequest && { onRequest: options.onRequest.bind(null, service) }),
  });
  if (folder) await requireDataFolder(folder);

  const running: { close(): Promise<void> }[] = [];
  const started = <T extends { close(): Promise<void> }>(service: T): T => {
    running.unshift(service);
    return service;
  };
  const pending = new Set<Promise<unknown>>();
  let sweeping: ReturnType<typeof onSchedule> | null = null;
  const close = async () => {
    // Requests under way are completed first; those that hang are cut off with their connection.
    const drained = new AbortController();
    const late = setTimeout(drainTime, undefined, { signal: drained.signal }).catch(() => {});
    await Promise.race([Promise.allSettled([...pending, sweeping?.close()]), late]);
    drained.abort();
    for (const service of running) await service.close();
  };

  try {
    const external = options.endpoints ?? {};
    // The table first: its folder's lock keeps a second stack away from everything else.
    const dynamodb = external.dynamodb
      ? { endpoint: external.dynamodb, compact: async () => {} }
      : started(await startDynamoDb(settings('dynamodb')));
    const send = outbox(folder && join(folder, 'outbox'), options.onMail);
    const cognito = started(await startCognito({ ...settings('cognito'), send }));
    const s3 = started(await startS3({ ...settings('s3'), buckets: [names.audio] }));
    const secrets = started(await startSecretsManager(settings('secrets-manager', 'secrets')));
    const ssm = started(await startSsm(settings('ssm')));
    const queues = evaluationQueues(names.queue, names.deadLetterQueue);
    const sqs = started(await startSqs({ ...settings('sqs'), queues }));
    const server = options.server && started(await startOpenAiCompatible(options.server));
    const elsewhere = options.aws || external.bedrock || server;
    const bedrock = elsewhere ? null : started(await startBedrock());
    const polly =
      options.aws || external.polly ? null : started(await startPolly(settings('polly')));

    const services = {
      dynamodb,
      cognito,
      s3,
      secrets,
      ssm,
      sqs,
      bedrock: server ?? bedrock,
      polly,
    };
    setEnvironment(options, services);

    await ensureTable(dynamodb.endpoint, names.table);
    await migrateTable(names.table);
    await ensureAdministrator(cognito.endpoint, cognito.userPoolId);
    await secrets.createSecret(names.linkKeys, () =>
      JSON.stringify({ current: '1', 1: randomBytes(48).toString('base64url') }),
    );

    const api = serveApi({
      authorize: createAuthorizer(cognito),
      timeout: options.timeout,
      origins: corsOrigins,
      ...(server && { recruiterTimeout: longestReply }),
    });
    const site = serveSite({ folder: web, s3, bucket: names.audio });
    const gateway = started(
      await startServer({
        port,
        refuse: (status, origin = '') => shared(corsOrigins, origin, refuse(status)),
        bodyLimit: payloadLimit,
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

    sqs.poll(names.queue, await evaluationConsumer());
    if (options.sweeps ?? true) {
      sweeping = onSchedule(async () => {
        await sweepOnce();
        // Candidate data that was erased must not stay in old files.
        await dynamodb.compact();
      });
    }
    return { url, dynamodb, cognito, secrets, sqs, bedrock, names, sweep: sweepOnce, close };
  } catch (error) {
    await close();
    throw error;
  }
};

export type Stack = Awaited<ReturnType<typeof startStack>>;
