import { cp } from 'node:fs/promises';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InjectedFault } from '../../../local/wire/fault.ts';
import { dataFolder } from '../../support/data-folder.ts';
import { startQueues } from './sqs-client.ts';

describe('a consumer of the queue', () => {
  /** Long enough for a busy machine. */
  const soon = { timeout: 20_000 };
  // Each failure writes a line.
  const lines = vi.spyOn(console, 'error').mockReturnValue();
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    lines.mockClear();
  });
  afterEach(() => void vi.useRealTimers());

  const recorder = () => {
    const records: SQSRecord[] = [];
    return {
      consume: async ({ Records }: SQSEvent) => void records.push(...Records),
      records,
      bodies: () => records.map(({ body }) => body),
    };
  };
  /** Moves the queue's clock forward; a message makes it look at the clock again. */
  const pass = async (seconds: number, send: (body: string) => Promise<unknown>) => {
    vi.setSystemTime(Date.now() + seconds * 1000);
    await send('wake');
  };

  it('gets each message as Lambda delivers it, and its success deletes it', async () => {
    const { sqs, send, poll } = await startQueues();
    const { consume, records, bodies } = recorder();
    poll(consume);

    const { MessageId } = await send('{"session_id":"ü"}');
    await send('two');

    await vi.waitFor(() => expect(sqs.depth('work')).toBe(0), soon);
    expect(bodies()).toEqual(['{"session_id":"ü"}', 'two']);
    expect(records[0]).toMatchObject({
      messageId: MessageId,
      receiptHandle: expect.any(String),
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:work',
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: expect.stringMatching(/^\d{13}$/),
      },
      messageAttributes: {},
    });
  });

  it('gets a delayed message when its delay is over', async () => {
    const { sqs, send, poll } = await startQueues();
    const { consume, bodies } = recorder();
    poll(consume);
    await send('later', 60);

    await pass(59, send);
    await vi.waitFor(() => expect(sqs.depth('work')).toBe(1), soon);
    await pass(1, send);

    await vi.waitFor(() => expect(sqs.depth('work')).toBe(0), soon);
    expect(bodies()).toEqual(['wake', 'later', 'wake']);
  });

  it('never gets a message that is older than its retention', async () => {
    const { sqs, send, poll } = await startQueues();
    const { consume, bodies } = recorder();
    await send('old');

    await pass(4 * 24 * 3600, send);
    poll(consume);

    await vi.waitFor(() => expect(sqs.depth('work')).toBe(0), soon);
    expect(bodies()).toEqual(['wake']);
  });

  it('is called again after the visibility timeout, however it fails, until the message is dead', async () => {
    const { sqs, send, poll } = await startQueues();
    const counts: string[] = [];
    const failings = [
      () => {
        throw new Error('broken');
      },
      (itemIdentifier: string) => ({ batchItemFailures: [{ itemIdentifier }] }),
      () => ({ batchItemFailures: 'nonsense' }),
    ];
    poll(async ({ Records: [record] }) => {
      if (record?.body !== 'poison') return undefined;
      counts.push(record.attributes.ApproximateReceiveCount);
      return failings[counts.length - 1]?.(record.messageId);
    });

    await send('poison');
    for (const failures of [1, 2, 3]) {
      await vi.waitFor(() => expect(lines).toHaveBeenCalledTimes(failures), soon);
      await pass(719, send);
      await vi.waitFor(() => expect(sqs.depth('work')).toBe(1), soon);
      expect(counts).toHaveLength(failures);
      await pass(1, send);
    }

    await vi.waitFor(() => expect(sqs.depth('dead')).toBe(1), soon);
    expect(counts).toEqual(['1', '2', '3']);
    await vi.waitFor(() => expect(sqs.depth('work')).toBe(0), soon);
  });

  it('that takes longer than the visibility timeout does not delete the next delivery', async () => {
    const deleted = vi.fn();
    const { sqs, send, poll } = await startQueues(null, (operation, _input, phase) => {
      if (operation === 'DeleteMessage' && phase === 'after') deleted();
    });
    const slow = Promise.withResolvers<void>();
    let deliveries = 0;
    poll(async ({ Records: [record] }) => {
      if (record?.body !== 'text') return;
      deliveries += 1;
      if (deliveries > 1) throw new Error('broken');
      await slow.promise;
    }, 2);

    await send('text');
    await vi.waitFor(() => expect(deliveries).toBe(1), soon);
    await pass(720, send);
    await vi.waitFor(() => expect(lines).toHaveBeenCalledTimes(1), soon);
    await vi.waitFor(() => expect(deleted).toHaveBeenCalledTimes(1), soon);
    slow.resolve();

    await vi.waitFor(() => expect(deleted).toHaveBeenCalledTimes(2), soon);
    expect(sqs.depth('work')).toBe(1);
  });

  it('is called again when its delete is lost', async () => {
    let deletes = 0;
    const { sqs, send, poll } = await startQueues(null, (operation, _input, phase) => {
      if (operation === 'DeleteMessage' && phase === 'before' && deletes++ === 0) {
        throw new InjectedFault('drop');
      }
    });
    const { consume, bodies } = recorder();
    poll(consume);

    await send('text');
    await vi.waitFor(() => expect(lines).toHaveBeenCalledTimes(1), soon);
    await pass(720, send);

    await vi.waitFor(() => expect(sqs.depth('work')).toBe(0), soon);
    expect(bodies()).toEqual(['text', 'text', 'wake']);
  });

  it('gets the message of a killed process again at the next start', async () => {
    const folder = await dataFolder();
    const first = await startQueues(folder);
    const started = Promise.withResolvers<void>();
    first.poll(async () => {
      started.resolve();
      await new Promise(() => {});
    });
    await first.send('text');
    await started.promise;
    // As a kill leaves it: not closed.
    const killed = await dataFolder();
    await cp(folder, killed, { recursive: true });

    const { sqs, poll } = await startQueues(killed);
    const { consume, records, bodies } = recorder();
    poll(consume);

    await vi.waitFor(() => expect(sqs.depth('work')).toBe(0), soon);
    expect(bodies()).toEqual(['text']);
    expect(records[0]?.attributes.ApproximateReceiveCount).toBe('2');
  });

  it('gets no message once the queues are closed', async () => {
    const { sqs, send, poll } = await startQueues();
    const { consume, bodies } = recorder();
    poll(consume);
    await send('before');
    await vi.waitFor(() => expect(sqs.depth('work')).toBe(0), soon);
    await send('later', 60);

    await sqs.close();
    vi.setSystemTime(Date.now() + 61_000);
    await new Promise(setImmediate);

    expect(bodies()).toEqual(['before']);
  });
});
