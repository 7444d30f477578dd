import { setTimeout as pause } from 'node:timers/promises';
import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Queue } from './queues.ts';

const BatchResponse = z.object({ batchItemFailures: z.array(z.unknown()).nullish() }).nullish();
const pauseAfterError = 1000;

export interface PollOptions {
  /**
   * A Lambda function behind an event source mapping with batch size 1 and
   * ReportBatchItemFailures. It must end, as Lambda ensures with its timeout.
   */
  consumer(event: SQSEvent): Promise<unknown>;
  /** How many messages are processed at once. */
  concurrency: number;
}

/**
 * Delivers a queue's messages to the consumer until the queue is closed. One that fails is
 * delivered again after its visibility timeout.
 */
export const startPolling = (queue: Queue, { consumer, concurrency }: PollOptions): void => {
  const work = async () => {
    for (let message = await queue.receive(); message; message = await queue.receive()) {
      try {
        // With one message in the batch, any failure is its failure, and so is an invalid response.
        const answer = BatchResponse.parse(await consumer({ Records: [message] }));
        if (answer?.batchItemFailures?.length) throw new Error('The consumer reported a failure');
        await queue.remove(message.receiptHandle);
      } catch {
        const { messageId, attributes } = message;
        const count = attributes.ApproximateReceiveCount;
        console.error(`message ${messageId} was not processed, delivery ${count}`);
      }
    }
  };
  const keepWorking = (): Promise<void> =>
    work().catch(async (error) => {
      // For example a full disk: the message is delivered again once it is visible.
      console.error('The queue cannot be read:', error);
      await pause(pauseAfterError);
      return keepWorking();
    });
  for (let n = 0; n < concurrency; n++) void keepWorking();
};
