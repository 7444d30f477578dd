import { setTimeout as pause } from 'node:timers/promises';
import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { exponentialBackoff } from '../../../local/sqs/poll.ts';
import { InjectedFault } from '../../../local/wire/fault.ts';
import { dataFolder } from './data-folder.ts';
import { startQueues } from './sqs-client.ts';

describe('a consumer of the queue', () => {
  const quietly = { onFailure: () => {} };

  it('gets each message as Lambda gives it, and its success deletes it', async () => {
    const { sqs, send } = await startQueues();
    const events: SQSEvent[] = [];
    sqs.poll('work', { consumer: async (event) => void events.push(event) });

    const { MessageId } = await send('one');
    await send('two');

    await vi.waitFor(() => expect(sqs.depth('work')).toBe(0));
    expect(events.map(({ Records }) => Records.map(({ body }) => body))).toEqual([
      ['one'],
      ['two'],
    ]);
    expect(events[0]?.Records[0]).toMatchObject({
      messageId: MessageId,
      receiptHandle: expect.any(String),
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:work',
      attributes: { ApproximateReceiveCount: '1' },
      messageAttributes: {},
    });
  });

  it('is tried again after a failure, however it fails, then the message is dead', async () => {
    const { sqs, send } = await startQueues();
    const counts: string[] = [];
    const failures: unknown[] = [];
    const failings = [
      () => {
        throw new Error('broken');
      },
      (itemIdentifier: string) => ({ batchItemFailures: [{ itemIdentifier }] }),
      () => ({ batchItemFailures: 'nonsense' }),
    ];
    sqs.poll('work', {
      retryDelaySeconds: () => 0,
      onFailure: (_id, receiveCount, error) => failures.push([receiveCount, error]),
      consumer: async ({ Records }) => {
        const [record] = Records;
        counts.push(record?.attributes.ApproximateReceiveCount ?? '');
        return failings[counts.length - 1]?.(record?.messageId ?? '');
      },
    });

    await send('poison');

    await vi.waitFor(() => expect(sqs.depth('dead')).toBe(1), { timeout: 3000 });
    expect(counts).toEqual(['1', '2', '3']);
    expect(failures).toHaveLength(3);
    expect(sqs.depth('work')).toBe(0);
  });

  it('is called again when its delete is lost', async () => {
    let deletes = 0;
    const { sqs, send } = await startQueues(null, (operation, _input, phase) => {
      if (operation === 'DeleteMessage' && phase === 'before' && deletes++ === 0) {
        throw new InjectedFault('drop');
      }
    });
    const consumer = vi.fn(async (_event: SQSEvent) => undefined);
    sqs.poll('work', { ...quietly, consumer, retryDelaySeconds: () => 0 });

    await send('text');

    await vi.waitFor(() => expect(sqs.depth('work')).toBe(0));
    expect(consumer).toHaveBeenCalledTimes(2);
  });

  it('finds after a restart the message it was working on', async () => {
    const folder = await dataFolder();
    const first = await startQueues(folder);
    let working = () => {};
    const started = new Promise<void>((resolve) => {
      working = resolve;
    });
    first.sqs.poll('work', {
      consumer: async () => {
        working();
        await new Promise(() => {});
      },
    });
    await first.send('text');
    await started;
    await first.sqs.close();

    const second = await startQueues(folder);
    const depth = second.sqs.depth('work');
    const hidden = await second.receive();

    expect(depth).toBe(1);
    expect(hidden).toEqual([]);
  });

  it('takes no message after it was stopped', async () => {
    const { sqs, send } = await startQueues();
    const consumer = vi.fn(async () => undefined);
    const poller = sqs.poll('work', { consumer });
    await poller.stop();

    await send('text');
    await pause(50);

    expect(consumer).not.toHaveBeenCalled();
    expect(sqs.depth('work')).toBe(1);
  });

  it('waits twice as long after each failure, up to a limit', () => {
    const delay = exponentialBackoff(5, 60);

    expect([1, 2, 3, 4, 5, 6].map(delay)).toEqual([5, 10, 20, 40, 60, 60]);
  });
});
