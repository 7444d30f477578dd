import { setTimeout as pause } from 'node:timers/promises';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { md5Hex } from './md5-hex.ts';
import type { ReceivedMessage } from './queue.ts';
import type { Queue } from './queues.ts';

/**
 * A Lambda function behind an SQS event source mapping with ReportBatchItemFailures. It has to
 * end, as Lambda sees to by its timeout: until then it holds one of the `concurrency` places.
 */
export type Consumer = (event: SQSEvent) => Promise<unknown>;

const BatchResponse = z.object({ batchItemFailures: z.array(z.unknown()).nullish() }).nullish();
const PAUSE_AFTER_ERROR_MS = 1000;

export type PollOptions = {
  consumer: Consumer;
  /** How many messages are worked on at once; Lambda's lowest MaximumConcurrency is 2. */
  concurrency?: number;
  /**
   * Seconds until a failed message is tried again, by how often it was received. Without it, as
   * in Lambda, it waits for its visibility timeout.
   */
  retryDelaySeconds?: (receiveCount: number) => number;
  /** Told of every failed delivery; the default writes one line, without the message's body. */
  onFailure?: (messageId: string, receiveCount: number, error: unknown) => void;
};

export type Poller = {
  /** Takes no more messages; resolves when those taken are done with. */
  stop(): Promise<void>;
};

/** 1, 2, 4, … times `firstSeconds`, at most `maxSeconds`. */
export function exponentialBackoff(firstSeconds: number, maxSeconds: number) {
  return (receiveCount: number) => Math.min(firstSeconds * 2 ** (receiveCount - 1), maxSeconds);
}

/** Delivers a queue's messages to the consumer one by one, as Lambda would with batch size 1. */
export function startPolling(queue: Queue, options: PollOptions): Poller {
  const { consumer, concurrency = 2, retryDelaySeconds, onFailure = reportFailure } = options;
  const abort = new AbortController();

  const deliver = async (message: ReceivedMessage) => {
    try {
      const answer = await consumer({ Records: [toRecord(message, queue.settings.name)] });
      // With one message in the batch, any failure is its failure, and so is nonsense.
      const failures = BatchResponse.parse(answer)?.batchItemFailures ?? [];
      if (failures.length === 0) return await queue.remove(message.receiptHandle);
      onFailure(message.id, message.receiveCount, undefined);
    } catch (error) {
      onFailure(message.id, message.receiveCount, error);
    }
    if (!retryDelaySeconds) return;
    const delay = retryDelaySeconds(message.receiveCount);
    await queue.changeVisibility(message.receiptHandle, delay);
  };

  const work = async () => {
    while (!abort.signal.aborted) {
      try {
        const messages = await queue.receive({ max: 1, waitSeconds: 20, signal: abort.signal });
        for (const message of messages) await deliver(message);
      } catch (error) {
        // Such as a full disk: the message comes again when it is visible again.
        console.error(`queue ${queue.settings.name} cannot be worked on:`, error);
        await pause(PAUSE_AFTER_ERROR_MS);
      }
    }
  };

  const workers = Promise.all(Array.from({ length: concurrency }, work));
  return {
    async stop() {
      abort.abort();
      await workers;
    },
  };
}

function toRecord(message: ReceivedMessage, queueName: string): SQSRecord {
  return {
    messageId: message.id,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: {},
    md5OfBody: md5Hex(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${queueName}`,
    awsRegion: 'us-east-1',
  };
}

/** What SQS says about a received message; all of it text, times in milliseconds since 1970. */
export function systemAttributes(message: ReceivedMessage) {
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceived),
    SentTimestamp: String(message.sent),
    SenderId: 'AIDALOCAL',
  };
}

function reportFailure(messageId: string, receiveCount: number): void {
  console.error(`message ${messageId} was not processed, delivery ${receiveCount}`);
}
