import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  MessageNotInflight,
  QueueDoesNotExist,
  ReceiptHandleIsInvalid,
  ReceiveMessageCommand,
  RequestThrottled,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { InjectedFault } from '../../../local/wire/fault.ts';
import { dataFolder } from './data-folder.ts';
import { refusalOf } from './refusal.ts';
import { startQueues } from './sqs-client.ts';

describe('the queue', () => {
  it('delivers a message once to one receiver, who deletes it', async () => {
    const { sqs, send, receive, remove } = await startQueues();
    const { MessageId } = await send('{"session_id":"ü"}');

    const [message] = await receive({ MessageSystemAttributeNames: ['All'] });
    const hidden = await receive();
    await remove(message?.ReceiptHandle);

    expect(message).toMatchObject({
      MessageId,
      Body: '{"session_id":"ü"}',
      Attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: expect.stringMatching(/^\d{13}$/),
      },
    });
    expect(hidden).toEqual([]);
    expect(sqs.depth('work')).toBe(0);
  });

  it('holds a delayed message back, and a long poll waits for it', async () => {
    const { send, receive } = await startQueues();
    await send('later', 1);

    const early = await receive();
    const [message] = await receive({ WaitTimeSeconds: 20 });

    expect(early).toEqual([]);
    expect(message?.Body).toBe('later');
  });

  it('wakes a long poll when a message is sent', async () => {
    const asked = Promise.withResolvers<void>();
    const { send, receive } = await startQueues(null, (operation) => {
      if (operation === 'ReceiveMessage') asked.resolve();
    });
    const waiting = receive({ WaitTimeSeconds: 5 });
    await asked.promise;

    await send('now');

    expect((await waiting)[0]?.Body).toBe('now');
  });

  it('gives a message out again when its visibility ends', async () => {
    const { send, receive, hide, remove } = await startQueues();
    await send('text');
    const [first] = await receive();

    await hide(first?.ReceiptHandle, 0);
    const [second] = await receive({ MessageSystemAttributeNames: ['ApproximateReceiveCount'] });
    await remove(first?.ReceiptHandle);

    expect(second?.Attributes).toEqual({ ApproximateReceiveCount: '2' });
    expect(second?.ReceiptHandle).not.toBe(first?.ReceiptHandle);
    expect(await refusalOf(hide(first?.ReceiptHandle, 0))).toBeInstanceOf(MessageNotInflight);
    await hide(second?.ReceiptHandle, 0);
    expect(await receive()).toHaveLength(1);
  });

  it('moves a message that was received three times to the dead-letter queue', async () => {
    const { sqs, client, send, receive } = await startQueues();
    await send('poison');
    for (let n = 0; n < 3; n += 1) expect(await receive({ VisibilityTimeout: 0 })).toHaveLength(1);

    const fourth = await receive();
    const dead = await client.send(new ReceiveMessageCommand({ QueueUrl: sqs.queueUrl('dead') }));

    expect(fourth).toEqual([]);
    expect(dead.Messages?.[0]?.Body).toBe('poison');
    expect(sqs.depth('work')).toBe(0);
  });

  it('refuses as the real one does', async () => {
    const { sqs, client, send, receive, remove } = await startQueues();
    const QueueUrl = `${sqs.endpoint}/000000000000/other`;

    const queue = await refusalOf(
      client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' })),
    );
    const handle = await refusalOf(remove('made up'));
    const empty = await refusalOf(send(''));
    const large = await refusalOf(send('ü'.repeat(524_289)));
    const late = await refusalOf(send('text', 901));
    const many = await refusalOf(receive({ MaxNumberOfMessages: 11 }));

    expect(queue).toBeInstanceOf(QueueDoesNotExist);
    expect(handle).toBeInstanceOf(ReceiptHandleIsInvalid);
    for (const refusal of [empty, large, late, many]) {
      expect(refusal).toMatchObject({ name: 'InvalidParameterValue' });
    }
  });

  it('fails as it is told, and a lost reply leaves the message sent', async () => {
    const { sqs, send } = await startQueues(null, (_operation, _input, phase) => {
      if (phase === 'after') throw new InjectedFault('throttle');
    });

    expect(await refusalOf(send('text'))).toBeInstanceOf(RequestThrottled);
    expect(sqs.depth('work')).toBe(1);
  });

  it('loses no acknowledged message to kill -9', { timeout: 15_000 }, async () => {
    const folder = await dataFolder();
    const script = fileURLToPath(new URL('./sqs-sender.ts', import.meta.url));
    const sender = spawn(process.execPath, [script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void sender.kill('SIGKILL'));
    const acknowledged: string[] = [];
    for await (const id of createInterface({ input: sender.stdout })) {
      acknowledged.push(id);
      if (acknowledged.length === 25) sender.kill('SIGKILL');
    }

    const { sqs, receive, remove } = await startQueues(folder);
    const kept = new Set<string | undefined>();
    while (sqs.depth('work') > 0) {
      for (const message of await receive({ MaxNumberOfMessages: 10 })) {
        kept.add(message.MessageId);
        await remove(message.ReceiptHandle);
      }
    }

    expect(acknowledged.length).toBeGreaterThanOrEqual(25);
    expect([...kept]).toEqual(expect.arrayContaining(acknowledged));
  });
});
