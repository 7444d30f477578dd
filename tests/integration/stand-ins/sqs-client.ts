import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { onTestFinished } from 'vitest';
import { startSqs } from '../../../local/sqs/sqs.ts';
import type { OnRequest } from '../../../local/wire/fault.ts';
import { clientDefaults } from './credentials.ts';

const QUEUES = [
  { name: 'work', redrive: { deadLetterQueue: 'dead', maxReceiveCount: 3 } },
  { name: 'dead' },
];

/** Queues `work` and `dead` until the test ends, and a client for `work`. */
export async function startQueues(folder: string | null = null, onRequest?: OnRequest) {
  const sqs = await startSqs({ folder, queues: QUEUES, ...(onRequest && { onRequest }) });
  const client = new SQSClient({ ...clientDefaults, endpoint: sqs.endpoint });
  onTestFinished(async () => {
    client.destroy();
    await sqs.close();
  });
  const QueueUrl = sqs.queueUrl('work');
  return {
    sqs,
    client,
    QueueUrl,
    send: (MessageBody: string, DelaySeconds?: number) =>
      client.send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds })),
    async receive(options: Partial<ReceiveMessageCommandInput> = {}) {
      const command = new ReceiveMessageCommand({ QueueUrl, ...options });
      return (await client.send(command)).Messages ?? [];
    },
    remove: (ReceiptHandle: string | undefined) =>
      client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle })),
    hide: (ReceiptHandle: string | undefined, VisibilityTimeout: number) =>
      client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }),
      ),
  };
}
