import type { Use } from './endpoint-row.ts';

/** A queue and the function that consumes it; all times are in seconds. */
interface QueueRow {
  /** The consumer's folder under `functions/`. It has no route, so it has no endpoint row. */
  folder: string;
  uses: readonly Use[];
  /** How long processing one delivery may take. */
  timeout: number;
  /** How long a delivered message is hidden, which is also the pause before the next attempt. */
  visibilityTimeout: number;
  /** How many messages are processed at once. */
  concurrency: number;
  /** After how many attempts a message is moved to the dead-letter queue. */
  maxReceiveCount: number;
  /** How long a message is kept. */
  retention: number;
  /** How long a message in the dead-letter queue is kept. */
  deadLetterRetention: number;
}

const timeout = 120;
const day = 24 * 3600;

/** The queue of late evaluations, in the deployed stack and in the local one. */
export const evaluationQueue: QueueRow = {
  folder: 'evaluate-interview',
  uses: ['table:read', 'table:write', 'model', 'queue:send'],
  timeout,
  // Six times the function's timeout, as AWS recommends:
  // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
  visibilityTimeout: 6 * timeout,
  concurrency: 5,
  maxReceiveCount: 8,
  retention: 4 * day,
  deadLetterRetention: 14 * day,
};

/** Log lines that raise an alarm: without a queued message, nothing completes an interview. */
export const notQueued = 'evaluation not queued';
/** With `waiting_s`, for how long. */
export const lateFailed = 'late evaluation failed';
