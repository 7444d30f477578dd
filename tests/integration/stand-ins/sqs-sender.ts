// Run as a process of its own, to be killed: sends messages until then, and prints the id of each
// one once the queue has acknowledged it.
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startSqs } from '../../../local/sqs/sqs.ts';
import { clientDefaults } from './credentials.ts';

const sqs = await startSqs({
  folder: process.argv[2] ?? '',
  queues: [{ name: 'work', visibilityTimeout: 30, retention: 3600 }],
});
const client = new SQSClient({ ...clientDefaults, endpoint: sqs.endpoint });
for (let n = 1; ; n += 1) {
  const message = { QueueUrl: sqs.queueUrl('work'), MessageBody: `message ${n}` };
  const { MessageId } = await client.send(new SendMessageCommand(message));
  process.stdout.write(`${MessageId}\n`);
}
