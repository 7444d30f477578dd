import { type OnRequest, withFaults } from '../wire/fault.ts';
import { startServer, type WireServer } from '../wire/h2c-server.ts';
import { serveJsonRpc } from '../wire/json-rpc.ts';
import { type FaultErrors, ServiceError } from '../wire/service-error.ts';
import { queueOperations } from './operations.ts';
import { type Poller, type PollOptions, startPolling } from './poll.ts';
import type { QueueSettings } from './queue.ts';
import { openQueues } from './queues.ts';

const FAULTS: FaultErrors = {
  throttle: new ServiceError('RequestThrottled', 'Rate exceeded', { status: 403 }),
  unavailable: new ServiceError('ServiceUnavailable', 'Please try again.', { status: 503 }),
  'access-denied': new ServiceError('AccessDeniedException', 'Not authorized to do this', {
    status: 403,
  }),
};

// The names these errors had before SQS spoke JSON; the SDK still finds its classes by them.
const QUERY_ERROR_CODES = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  InvalidParameterValueException: 'InvalidParameterValue',
  AccessDeniedException: 'AccessDenied',
};

export type Sqs = WireServer & {
  /** For `QueueUrl`; good after a restart on another port too. */
  queueUrl(name: string): string;
  /** Messages in the queue: visible, delayed and in flight. */
  depth(name: string): number;
  /** Delivers the queue's messages to a consumer until stopped or closed. */
  poll(name: string, options: PollOptions): Poller;
};

/**
 * Stands in for SQS standard queues: SendMessage, ReceiveMessage, DeleteMessage,
 * ChangeMessageVisibility, and in the process `poll`, which does what Lambda's event source
 * mapping does. Every message is delivered at least once, whenever the process is killed.
 */
export async function startSqs(options: {
  folder: string | null;
  port?: number;
  queues: readonly QueueSettings[];
  onRequest?: OnRequest;
}): Promise<Sqs> {
  const { onRequest } = options;
  const queues = await openQueues(options.folder, options.queues);
  const server = await startServer({
    port: options.port ?? 0,
    handle: serveJsonRpc({
      target: 'AmazonSQS',
      version: '1.0',
      operations: queueOperations(queues),
      invalidInput: 'InvalidParameterValueException',
      faults: FAULTS,
      queryErrorCodes: QUERY_ERROR_CODES,
      onRequest,
    }),
  });
  const pollers: Poller[] = [];

  const requireQueue = (name: string) => {
    const queue = queues.find(name);
    if (!queue) throw new Error(`There is no queue ${name}`);
    return queue;
  };

  return {
    endpoint: server.endpoint,
    async close() {
      // Not waited for: a consumer that hangs must not hold the stop; its message comes again.
      for (const poller of pollers) void poller.stop();
      await server.close();
      await queues.close();
    },
    queueUrl: (name) => `${server.endpoint}/000000000000/${requireQueue(name).settings.name}`,
    depth: (name) => requireQueue(name).depth(),
    poll(name, pollOptions) {
      const queue = requireQueue(name);
      // A fault here is a delete that is lost: Lambda then delivers the message twice.
      const remove = (receiptHandle: string) =>
        withFaults(onRequest, 'DeleteMessage', { ReceiptHandle: receiptHandle }, () =>
          queue.remove(receiptHandle),
        );
      const poller = startPolling({ ...queue, remove }, pollOptions);
      pollers.push(poller);
      return poller;
    },
  };
}
