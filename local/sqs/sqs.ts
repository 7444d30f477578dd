import * as z from 'zod';
import { type OnRequest, withFaults } from '../wire/fault.ts';
import { startServer, type WireServer } from '../wire/h2c-server.ts';
import { operation, serveJsonRpc } from '../wire/json-rpc.ts';
import { type FaultErrors, ServiceError } from '../wire/service-error.ts';
import { type PollOptions, startPolling } from './poll.ts';
import { md5, type QueueSettings } from './queue.ts';
import { openQueues } from './queues.ts';

const faults: FaultErrors = {
  throttle: new ServiceError('RequestThrottled', 'Rate exceeded', { status: 403 }),
  unavailable: new ServiceError('ServiceUnavailable', 'Please try again.', { status: 503 }),
  'access-denied': new ServiceError('AccessDeniedException', 'Not authorized to do this', {
    status: 403,
  }),
};

const maxBodyBytes = 1024 * 1024;

// Strict: what is not stored here is not accepted.
const SendMessageInput = z.strictObject({
  QueueUrl: z.string(),
  MessageBody: z
    .string()
    .min(1)
    .refine((body) => Buffer.byteLength(body) <= maxBodyBytes, 'Must be shorter than 1 MiB'),
  DelaySeconds: z.int().min(0).max(900).default(0),
});

interface Sqs extends WireServer {
  /** For `QueueUrl`; still valid after a restart on another port. */
  queueUrl(name: string): string;
  /** Messages in the queue: visible, delayed and in flight. */
  depth(name: string): number;
  /** Delivers the queue's messages to a consumer until closed. */
  poll(name: string, options: PollOptions): void;
}

/**
 * Stands in for SQS standard queues: SendMessage, and within the process `poll`, which does what
 * Lambda's event source mapping does. Every message is delivered at least once, whenever the
 * process is killed.
 */
export const startSqs = async (options: {
  folder: string | null;
  queues: readonly QueueSettings[];
  onRequest?: OnRequest;
}): Promise<Sqs> => {
  const { onRequest } = options;
  const queues = await openQueues(options.folder, options.queues);
  const queueOf = (name: string) => {
    const queue = queues.find(name);
    if (!queue) {
      throw new ServiceError('QueueDoesNotExist', 'The specified queue does not exist.');
    }
    return queue;
  };

  const sendMessage = operation(SendMessageInput, async (input) => {
    // By the name at the end of its URL: the port before it may be that of an earlier run.
    const queue = queueOf(input.QueueUrl.split('/').at(-1) ?? '');
    const MessageId = await queue.send(input.MessageBody, input.DelaySeconds);
    return { MessageId, MD5OfMessageBody: md5(input.MessageBody) };
  });
  const server = await startServer({
    handle: serveJsonRpc({
      target: 'AmazonSQS',
      version: '1.0',
      operations: { SendMessage: sendMessage },
      invalidInput: 'InvalidParameterValueException',
      faults,
      onRequest,
    }),
  });
  return {
    endpoint: server.endpoint,
    async close() {
      // Not waited for: a consumer that hangs must not delay the stop; its message is redelivered.
      await server.close();
      await queues.close();
    },
    queueUrl: (name) => `${server.endpoint}/000000000000/${name}`,
    depth: (name) => queueOf(name).depth(),
    poll(name, pollOptions) {
      const queue = queueOf(name);
      // A fault here is a lost delete: Lambda then delivers the message twice.
      const remove = (ReceiptHandle: string) =>
        withFaults(onRequest, 'DeleteMessage', { ReceiptHandle }, () =>
          queue.remove(ReceiptHandle),
        );
      startPolling({ ...queue, remove }, pollOptions);
    },
  };
};
