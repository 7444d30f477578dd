import { randomUUID } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import { evaluationQueue } from '../shared/contract/evaluation-queue.ts';
import { type Handler, invoke, load } from './gateway/lambda.ts';
import type { PollOptions } from './sqs/poll.ts';
import type { QueueSettings } from './sqs/queue.ts';

const { folder, timeout, concurrency, visibilityTimeout, maxReceiveCount } = evaluationQueue;

/** The queue of late evaluations and its dead letters, with the settings of the deployed ones. */
export const evaluationQueues = (name: string, deadLetterQueue: string): QueueSettings[] => [
  {
    name,
    visibilityTimeout,
    retention: evaluationQueue.retention,
    redrive: { deadLetterQueue, maxReceiveCount },
  },
  {
    name: deadLetterQueue,
    visibilityTimeout,
    retention: evaluationQueue.deadLetterRetention,
  },
];

/** The function that reads the queue, run as Lambda runs it. */
export const evaluationConsumer = async (): Promise<PollOptions> => {
  const handler = await load<Handler<SQSEvent, unknown>>(folder);
  return {
    concurrency,
    consumer: (event) =>
      invoke(handler, event, { folder, request_id: randomUUID(), timeout: timeout * 1000 }),
  };
};
