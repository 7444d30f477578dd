import { randomUUID } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { openStateFile } from '../wire/state-file.ts';
import { giveBack, Message, type QueueSettings, takeMessage } from './queue.ts';

const QueueStates = z.record(z.string(), z.array(Message));

export interface Queue {
  /** Adds a message, hidden for `delay` seconds; returns its id. */
  send(body: string, delay: number): Promise<string>;
  /** Waits for a message; undefined once the queues are closed. */
  receive(): Promise<SQSRecord | undefined>;
  /** Deletes the message last received under this handle; an older handle deletes nothing. */
  remove(receiptHandle: string): Promise<void>;
  /** Messages in the queue: visible, delayed and in flight. */
  depth(): number;
}

/** The longest wait of a receiver before it looks again, in ms: as long as SQS's long poll. */
const longestWait = 20_000;

/** Opens the queues kept in the folder. When a call returns, its change is on disk. */
export const openQueues = async (folder: string | null, settings: readonly QueueSettings[]) => {
  const { state, save, close } = await openStateFile({
    folder,
    name: 'queues.json',
    schema: QueueStates,
    initial: (): z.infer<typeof QueueStates> => ({}),
  });
  // What was in flight ended with the process that had it: the folder is locked for any other.
  for (const message of Object.values(state).flat()) {
    if (message.receiptHandle) message.visibleAt = Math.min(message.visibleAt, Date.now());
  }
  let closed = false;
  const waiting = new Set<() => void>();
  const changed = () => {
    for (const look of waiting) look();
  };
  const waitForChange = async (ms: number) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    waiting.add(resolve);
    await promise;
    clearTimeout(timer);
    waiting.delete(resolve);
  };
  const messagesOf = (name: string) => {
    state[name] ??= [];
    return state[name];
  };

  const open = (own: QueueSettings): Queue => {
    const messages = messagesOf(own.name);

    const take = async () => {
      const { received, dead } = takeMessage(messages, own, Date.now());
      for (const { id, body, sent } of dead) {
        const message = { id, body, sent, visibleAt: Date.now(), receiveCount: 0 };
        messagesOf(own.redrive?.deadLetterQueue ?? '').push(message);
      }
      // Counted on disk before it is handed out: a message that crashes us is not retried forever.
      if (received || dead.length > 0) {
        await save().catch((error: unknown) => {
          giveBack(messages, received?.receiptHandle, Date.now());
          throw error;
        });
      }
      return received;
    };

    return {
      async send(body, delay) {
        const [id, now] = [randomUUID(), Date.now()];
        messages.push({ id, body, sent: now, visibleAt: now + delay * 1000, receiveCount: 0 });
        await save();
        changed();
        return id;
      },
      async receive() {
        while (!closed) {
          const received = await take();
          if (received) return received;
          const next = Math.min(...messages.map(({ visibleAt }) => visibleAt - Date.now()));
          await waitForChange(Math.max(0, Math.min(next, longestWait)));
        }
        return undefined;
      },
      async remove(receiptHandle) {
        const index = messages.findIndex((one) => one.receiptHandle === receiptHandle);
        if (index >= 0) messages.splice(index, 1);
        await save();
      },
      depth: () => messages.length,
    };
  };

  const queues = new Map(settings.map((own) => [own.name, open(own)]));
  return {
    find: (name: string) => queues.get(name),
    async close() {
      closed = true;
      changed();
      await close();
    },
  };
};
