import type { Use } from './endpoint-row.ts';

/** A queue with the function that reads it; all times in seconds. */
interface QueueRow {
  /** The consumer's folder under `functions/`. It has no route, so it has no endpoint row. */
  folder: string;
  uses: readonly Use[];
  /** How long one delivery may take. */
  timeout: number;
  /** How long a message that was handed out is hidden, and so the pause before the next try. */
  visibilityTimeout: number;
  /** How many messages are worked on at once. */
  concurrency: number;
  /** After how many tries a message is set aside for a person. */
  maxReceiveCount: number;
  /** How long a message is kept. */
  retention: number;
  /** How long one that was set aside is kept. */
  deadLetterRetention: number;
}

const timeout = 120;
const day = 24 * 3600;

/** The queue of late evaluations, in the deployed stack and in the local one. */
export const evaluationQueue: QueueRow = {
  folder: 'evaluate-interview',
  uses: ['table:read', 'table:write', 'model', 'queue:send'],
  timeout,
  // Six times the function's timeout, as Lambda asks for:
  // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
  visibilityTimeout: 6 * timeout,
  concurrency: 5,
  maxReceiveCount: 8,
  retention: 4 * day,
  deadLetterRetention: 14 * day,
};
