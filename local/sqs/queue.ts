import { createHash, randomBytes } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';

export interface QueueSettings {
  name: string;
  /** How long a received message is hidden, in seconds. */
  visibilityTimeout: number;
  /** How long a message is kept, in seconds. */
  retention: number;
  /** The destination of a message that was received `maxReceiveCount` times and not deleted. */
  redrive?: { deadLetterQueue: string; maxReceiveCount: number };
}

/** A stored message; times are milliseconds since 1970. */
export const Message = z.object({
  id: z.uuid(),
  body: z.string(),
  sent: z.number(),
  visibleAt: z.number(),
  receiveCount: z.number(),
  firstReceived: z.number().optional(),
  /** Of the latest receive; the handle of an earlier one is no longer valid. */
  receiptHandle: z.string().optional(),
});
export type Message = z.infer<typeof Message>;

/** As SQS returns it with each body, and as the SDK checks it. */
export const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/**
 * Takes the oldest visible message and hides it. Messages past their retention are dropped; those
 * received too often are taken out and returned as `dead`.
 */
export const takeMessage = (
  messages: Message[],
  { name, visibilityTimeout, retention, redrive }: QueueSettings,
  now: number,
): { received: SQSRecord | undefined; dead: Message[] } => {
  let received: SQSRecord | undefined;
  const dead: Message[] = [];
  const kept = messages.filter((message) => {
    if (message.sent + retention * 1000 <= now) return false;
    if (received || message.visibleAt > now) return true;
    if (redrive && message.receiveCount >= redrive.maxReceiveCount) {
      dead.push(message);
      return false;
    }
    message.visibleAt = now + visibilityTimeout * 1000;
    message.receiveCount += 1;
    message.firstReceived ??= now;
    message.receiptHandle = randomBytes(48).toString('base64url');
    received = {
      messageId: message.id,
      receiptHandle: message.receiptHandle,
      body: message.body,
      attributes: {
        ApproximateReceiveCount: String(message.receiveCount),
        ApproximateFirstReceiveTimestamp: String(message.firstReceived),
        SentTimestamp: String(message.sent),
        SenderId: 'AIDALOCAL',
      },
      messageAttributes: {},
      md5OfBody: md5(message.body),
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${name}`,
      awsRegion: 'us-east-1',
    };
    return true;
  });
  messages.splice(0, messages.length, ...kept);
  return { received, dead };
};

/** Makes a message that was taken and could not be handed out visible again, as if it had not been. */
export const giveBack = (messages: Message[], handle: string | undefined, now: number): void => {
  const taken = handle && messages.find(({ receiptHandle }) => receiptHandle === handle);
  if (!taken) return;
  taken.visibleAt = now;
  taken.receiveCount -= 1;
};
