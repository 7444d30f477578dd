import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { onTestFinished } from 'vitest';
import { startSqs } from '../../../local/sqs/sqs.ts';
import type { OnRequest } from '../../../local/wire/fault.ts';
import { clientDefaults } from './credentials.ts';

/** Seconds. */
const times = { visibilityTimeout: 720, retention: 4 * 24 * 3600 };

const queues = [
  { ...times, name: 'work', redrive: { deadLetterQueue: 'dead', maxReceiveCount: 3 } },
  { ...times, name: 'dead' },
];

/** Queues `work` and `dead` until the test ends, and a client for `work`. */
export const startQueues = async (folder: string | null = null, onRequest?: OnRequest) => {
  const sqs = await startSqs({ folder, queues, ...(onRequest && { onRequest }) });
  const client = new SQSClient({ ...clientDefaults, endpoint: sqs.endpoint });
  onTestFinished(async () => {
    client.destroy();
    await sqs.close();
  });
  const QueueUrl = sqs.queueUrl('work');
  return {
    sqs,
    client,
    send: (MessageBody: string, DelaySeconds?: number) =>
      client.send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds })),
    poll: (consumer: Parameters<typeof sqs.poll>[1]['consumer'], concurrency = 1) =>
      sqs.poll('work', { consumer, concurrency }),
  };
};
