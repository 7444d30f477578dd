import type { OnRequest } from '../wire/fault.ts';
import { startServer, type WireResponse } from '../wire/h2c-server.ts';
import { serveJsonRpc } from '../wire/json-rpc.ts';
import { jsonErrorResponse } from '../wire/service-error.ts';
import { internalServerError } from './errors.ts';
import { faultErrors, translateFaults } from './fault.ts';
import { openLevel } from './level.ts';
import { createMutex } from './mutex.ts';
import { createOperations } from './operations.ts';
import { loadRequestTokens } from './request-tokens.ts';
import { deleteExpired } from './time-to-live.ts';

export type DynamoDbOptions = {
  /** Where the data is kept; null keeps it in memory. Made where it is missing. */
  folder: string | null;
  /** 0 or none takes a free port. */
  port?: number;
  host?: '127.0.0.1';
  /** May throw an `InjectedFault`, before a request is done or after it is committed. */
  onRequest?: OnRequest;
  /** The clock of time to live and request tokens, in ms. */
  now?: () => number;
  /** How often expired items are looked for: every ten minutes. */
  expireEveryMs?: number;
};

export type DynamoDb = {
  endpoint: string;
  /** Finishes the requests under way, then lets go of the folder. */
  close(): Promise<void>;
};

/**
 * Starts an embedded DynamoDB that speaks JSON 1.0 as the AWS SDK does: dynalite's expressions,
 * keys and validation over a LevelDB of our own, with transactions.
 * @throws DataFolderError where another process has the folder, or it cannot be used
 */
export async function startDynamoDb(options: DynamoDbOptions): Promise<DynamoDb> {
  const { folder, port = 0, now = Date.now, expireEveryMs = 10 * 60 * 1000 } = options;
  const level = await openLevel(folder);
  try {
    const exclusively = createMutex();
    const tokens = await loadRequestTokens(level, now);
    const requests = trackRequests(
      serveJsonRpc({
        target: 'DynamoDB_20120810',
        version: '1.0',
        operations: createOperations({ level, exclusively, tokens }),
        invalidInput: 'com.amazon.coral.validate#ValidationException',
        faults: faultErrors,
        onRequest: translateFaults(options.onRequest),
      }),
    );
    const server = await startServer({ port, handle: requests.handle });
    const expiry = repeat(expireEveryMs, () => deleteExpired(level, exclusively, now));
    return {
      endpoint: server.endpoint,
      async close() {
        await Promise.all([requests.finish(), expiry.finish()]);
        await server.close();
        await level.close();
      },
    };
  } catch (error) {
    await level.close();
    throw error;
  }
}

type Handle = Parameters<typeof startServer>[0]['handle'];

const TURNED_AWAY = jsonErrorResponse(internalServerError(503), 'application/x-amz-json-1.0');

/** Lets `finish` turn new requests away and wait for those under way. */
function trackRequests(work: Handle): { handle: Handle; finish(): Promise<void> } {
  const underWay = new Set<Promise<WireResponse>>();
  let isFinishing = false;
  return {
    async handle(request) {
      if (isFinishing) return TURNED_AWAY;
      const answer = work(request);
      underWay.add(answer);
      try {
        return await answer;
      } finally {
        underWay.delete(answer);
      }
    },
    async finish() {
      isFinishing = true;
      await Promise.allSettled(underWay);
      // The last answers are handed over, but not yet written to their sockets.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** Does `task` again and again, never twice at once, until finished. */
function repeat(everyMs: number, task: () => Promise<void>): { finish(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let isIdle = true;
  const timer = setInterval(() => {
    if (!isIdle) return;
    isIdle = false;
    running = task()
      .catch((error) => console.error('Expired items stay for now:', error))
      .finally(() => {
        isIdle = true;
      });
  }, everyMs);
  timer.unref();
  return {
    finish() {
      clearInterval(timer);
      return running;
    },
  };
}
