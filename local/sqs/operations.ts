import * as z from 'zod';
import { type Operation, operation } from '../wire/json-rpc.ts';
import { ServiceError } from '../wire/service-error.ts';
import { md5Hex } from './md5-hex.ts';
import { systemAttributes } from './poll.ts';
import type { ReceivedMessage } from './queue.ts';
import type { Queue, Queues } from './queues.ts';

const MAX_BODY_BYTES = 1024 * 1024;
const RECEIPT_HANDLE = /^[\w-]{64}$/;

const QueueUrl = z.string();
const seconds = (max: number) => z.int().min(0).max(max);
const SendMessageInput = z.object({
  QueueUrl,
  MessageBody: z
    .string()
    .min(1)
    .refine((body) => Buffer.byteLength(body) <= MAX_BODY_BYTES, 'Must be shorter than 1 MiB'),
  DelaySeconds: seconds(900).optional(),
  // Not kept here, so not taken: nobody is to miss them later.
  MessageAttributes: z.record(z.string(), z.never()).optional(),
});
const AttributeNames = z.array(z.string()).default([]);
const ReceiveMessageInput = z.object({
  QueueUrl,
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: seconds(43_200).optional(),
  WaitTimeSeconds: seconds(20).default(0),
  AttributeNames,
  MessageSystemAttributeNames: AttributeNames,
});
const DeleteMessageInput = z.object({ QueueUrl, ReceiptHandle: z.string() });
const ChangeVisibilityInput = DeleteMessageInput.extend({ VisibilityTimeout: seconds(43_200) });

/** The operations on the wire, over queues that are there. */
export function queueOperations(queues: Queues): Record<string, Operation> {
  return {
    SendMessage: operation(SendMessageInput, async (input) => {
      const { MessageBody: body, DelaySeconds: delaySeconds } = input;
      const { id } = await queueAt(queues, input.QueueUrl).send({ body, delaySeconds });
      return { MessageId: id, MD5OfMessageBody: md5Hex(body) };
    }),

    ReceiveMessage: operation(ReceiveMessageInput, async (input) => {
      const received = await queueAt(queues, input.QueueUrl).receive({
        max: input.MaxNumberOfMessages,
        visibilityTimeoutSeconds: input.VisibilityTimeout,
        waitSeconds: input.WaitTimeSeconds,
      });
      const names = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
      if (received.length === 0) return {};
      return { Messages: received.map((message) => describeMessage(message, names)) };
    }),

    DeleteMessage: operation(DeleteMessageInput, async (input) => {
      const queue = queueAt(queues, input.QueueUrl);
      requireReceiptHandle(input.ReceiptHandle);
      await queue.remove(input.ReceiptHandle);
      return {};
    }),

    ChangeMessageVisibility: operation(ChangeVisibilityInput, async (input) => {
      const queue = queueAt(queues, input.QueueUrl);
      requireReceiptHandle(input.ReceiptHandle);
      if (!(await queue.changeVisibility(input.ReceiptHandle, input.VisibilityTimeout))) {
        throw new ServiceError('MessageNotInflight', 'The message is not in flight.');
      }
      return {};
    }),
  };
}

/** By the name that ends its URL: the port before it may be that of an earlier run. */
function queueAt(queues: Queues, queueUrl: string): Queue {
  const queue = queues.find(queueUrl.split('/').at(-1) ?? '');
  if (!queue) {
    throw new ServiceError('QueueDoesNotExist', 'The specified queue does not exist.');
  }
  return queue;
}

function requireReceiptHandle(receiptHandle: string): void {
  if (RECEIPT_HANDLE.test(receiptHandle)) return;
  const message = 'The input receipt handle is invalid.';
  throw new ServiceError('ReceiptHandleIsInvalid', message, { status: 404 });
}

function describeMessage(message: ReceivedMessage, attributeNames: string[]) {
  const attributes = Object.entries(systemAttributes(message)).filter(
    ([name]) => attributeNames.includes('All') || attributeNames.includes(name),
  );
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5Hex(message.body),
    ...(attributes.length > 0 && { Attributes: Object.fromEntries(attributes) }),
  };
}
