import type { OnRequest } from '../wire/fault.ts';
import {
  type Handle,
  startServer,
  type WireResponse,
  type WireServer,
} from '../wire/h2c-server.ts';
import { serveJsonRpc } from '../wire/json-rpc.ts';
import { jsonErrorResponse } from '../wire/service-error.ts';
import { internalServerError } from './errors.ts';
import { faults } from './fault.ts';
import { openLevel } from './level.ts';
import { createMutex } from './mutex.ts';
import { createOperations } from './operations.ts';
import { loadRequestTokens } from './request-tokens.ts';

export interface DynamoDbOptions {
  /** Where the data is kept; null keeps it in memory. Created if it is missing. */
  folder: string | null;
  /** May throw an `InjectedFault`, before a request is processed or after it is committed. */
  onRequest?: OnRequest;
  /** The clock of request tokens, in ms. */
  now?: () => number;
}

export interface DynamoDb extends WireServer {
  /** Takes what was deleted off the disk, which closing does too. */
  compact(): Promise<void>;
}

const turnedAway = jsonErrorResponse(internalServerError(503), 'application/x-amz-json-1.0');

/** Lets `finish` turn new requests away and wait for those under way. */
const trackRequests = (work: Handle) => {
  const underWay = new Set<Promise<WireResponse>>();
  let isFinishing = false;
  const handle: Handle = async (request) => {
    if (isFinishing) return turnedAway;
    const answer = work(request);
    underWay.add(answer);
    return answer.finally(() => underWay.delete(answer));
  };
  const finish = async () => {
    isFinishing = true;
    await Promise.allSettled(underWay);
    // The last responses are handed over, but not yet written to their sockets.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { handle, finish };
};

/**
 * Starts an embedded DynamoDB that speaks JSON 1.0 as the AWS SDK does: dynalite's expressions,
 * keys and validation over our own LevelDB, with transactions. Closing it finishes the
 * requests under way, then releases the folder.
 * @throws DataFolderError if another process uses the folder, or it cannot be used
 */
export const startDynamoDb = async (options: DynamoDbOptions): Promise<DynamoDb> => {
  const { folder, onRequest, now = Date.now } = options;
  const level = await openLevel(folder);
  try {
    const tokens = await loadRequestTokens(level, now);
    const { handle, finish } = trackRequests(
      serveJsonRpc({
        target: 'DynamoDB_20120810',
        version: '1.0',
        operations: createOperations({ level, exclusively: createMutex(), tokens }),
        invalidInput: 'com.amazon.coral.validate#ValidationException',
        faults,
        onRequest,
      }),
    );
    const server = await startServer({ handle });
    return {
      endpoint: server.endpoint,
      compact: level.compact,
      async close() {
        await finish();
        await server.close();
        await level.close();
      },
    };
  } catch (error) {
    await level.close();
    throw error;
  }
};
