import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';

export type QueueSettings = {
  name: string;
  /** How long a received message is hidden from others; SQS's own default is 30. */
  visibilityTimeoutSeconds?: number;
  /** For messages sent without a delay of their own. */
  delaySeconds?: number;
  /** How long a message is kept; SQS's own default is four days. */
  retentionSeconds?: number;
  /** Where a message goes that was received `maxReceiveCount` times and not deleted. */
  redrive?: { deadLetterQueue: string; maxReceiveCount: number };
};

/** A message at rest; times are milliseconds since 1970. */
export const Message = z.object({
  id: z.uuid(),
  body: z.string(),
  sent: z.number(),
  visibleAt: z.number(),
  receiveCount: z.number(),
  firstReceived: z.number().optional(),
  /** Of the latest receive; the handle of an earlier one no longer counts. */
  receiptHandle: z.string().optional(),
});
export type Message = z.infer<typeof Message>;
export type ReceivedMessage = Message & { receiptHandle: string; firstReceived: number };

// What SQS has where the queue's settings are silent.
const VISIBILITY_TIMEOUT_SECONDS = 30;
const RETENTION_SECONDS = 4 * 24 * 3600;

/** Adds a message, hidden for its delay. */
export function addMessage(
  messages: Message[],
  settings: QueueSettings,
  { body, delaySeconds }: { body: string; delaySeconds?: number | undefined },
  now: number,
): Message {
  const delay = delaySeconds ?? settings.delaySeconds ?? 0;
  const visibleAt = now + delay * 1000;
  const message = { id: randomUUID(), body, sent: now, visibleAt, receiveCount: 0 };
  messages.push(message);
  return message;
}

/**
 * Takes up to `max` visible messages, oldest first, and hides them. Messages past their retention
 * are dropped; those received too often are taken out and returned as `dead`.
 */
export function takeMessages(
  messages: Message[],
  settings: QueueSettings,
  { max, visibilityTimeoutSeconds }: { max: number; visibilityTimeoutSeconds?: number | undefined },
  now: number,
): { received: ReceivedMessage[]; dead: Message[] } {
  const hiddenFor =
    visibilityTimeoutSeconds ?? settings.visibilityTimeoutSeconds ?? VISIBILITY_TIMEOUT_SECONDS;
  const retention = (settings.retentionSeconds ?? RETENTION_SECONDS) * 1000;
  const maxReceiveCount = settings.redrive?.maxReceiveCount ?? Number.POSITIVE_INFINITY;
  const received: ReceivedMessage[] = [];
  const dead: Message[] = [];
  const kept: Message[] = [];
  for (const message of messages) {
    if (message.sent + retention <= now) continue;
    const takes = message.visibleAt <= now && received.length < max;
    if (takes && message.receiveCount >= maxReceiveCount) {
      dead.push(message);
      continue;
    }
    kept.push(message);
    if (takes) received.push(receive(message, hiddenFor, now));
  }
  messages.length = 0;
  for (const message of kept) messages.push(message);
  return { received, dead };
}

function receive(message: Message, hiddenForSeconds: number, now: number): ReceivedMessage {
  const taken = Object.assign(message, {
    visibleAt: now + hiddenForSeconds * 1000,
    receiveCount: message.receiveCount + 1,
    firstReceived: message.firstReceived ?? now,
    receiptHandle: randomBytes(48).toString('base64url'),
  });
  // A copy: what was given out stays as it was, whatever becomes of the message.
  return { ...taken };
}

/** The message that is in flight under this handle, if it is. */
export function inFlight(
  messages: Message[],
  receiptHandle: string,
  now: number,
): Message | undefined {
  return messages.find((one) => one.receiptHandle === receiptHandle && one.visibleAt > now);
}

/** Deletes the message last received under this handle; an older handle deletes nothing. */
export function deleteMessage(messages: Message[], receiptHandle: string): void {
  const index = messages.findIndex((one) => one.receiptHandle === receiptHandle);
  if (index >= 0) messages.splice(index, 1);
}

/** When there may next be something to take. */
export function nextVisibleAt(messages: Message[]): number | undefined {
  return messages.length === 0 ? undefined : Math.min(...messages.map((one) => one.visibleAt));
}
