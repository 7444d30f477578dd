import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { QueueDoesNotExist, RequestThrottled, SendMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { InjectedFault } from '../../../local/wire/fault.ts';
import { dataFolder } from '../../support/data-folder.ts';
import { refusalOf } from './refusal.ts';
import { startQueues } from './sqs-client.ts';

describe('the queue', () => {
  it('refuses as the real service does', async () => {
    const { sqs, client, send } = await startQueues();
    const QueueUrl = `${sqs.endpoint}/000000000000/other`;

    const queue = await refusalOf(
      client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' })),
    );
    const empty = await refusalOf(send(''));
    const large = await refusalOf(send('ü'.repeat(524_289)));
    const late = await refusalOf(send('text', 901));

    expect(queue).toBeInstanceOf(QueueDoesNotExist);
    for (const refusal of [empty, large, late]) {
      expect(refusal).toMatchObject({ name: 'InvalidParameterValueException' });
    }
  });

  it('fails with an injected fault, and a lost reply leaves the message sent', async () => {
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

    const { sqs, poll } = await startQueues(folder);
    const kept = new Set<string | undefined>();
    poll(async ({ Records }) => void kept.add(Records[0]?.messageId));

    await vi.waitFor(() => expect(sqs.depth('work')).toBe(0), { timeout: 10_000 });
    expect(acknowledged.length).toBeGreaterThanOrEqual(25);
    expect([...kept]).toEqual(expect.arrayContaining(acknowledged));
  });
});
