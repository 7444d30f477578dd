import * as z from 'zod';
import { openStateFile } from '../wire/state-file.ts';
import {
  addMessage,
  deleteMessage,
  inFlight,
  Message,
  nextVisibleAt,
  type QueueSettings,
  type ReceivedMessage,
  takeMessages,
} from './queue.ts';

const QueueStates = z.record(z.string(), z.array(Message));

export type ReceiveOptions = {
  max: number;
  visibilityTimeoutSeconds?: number | undefined;
  /** How long to wait for a first message. */
  waitSeconds: number;
  signal?: AbortSignal;
};

export type Queue = {
  settings: QueueSettings;
  send(message: { body: string; delaySeconds?: number | undefined }): Promise<Message>;
  receive(options: ReceiveOptions): Promise<ReceivedMessage[]>;
  remove(receiptHandle: string): Promise<void>;
  /** False when no message is in flight under the handle. */
  changeVisibility(receiptHandle: string, seconds: number): Promise<boolean>;
  /** Messages in the queue: visible, delayed and in flight. */
  depth(): number;
};

export type Queues = {
  find(name: string): Queue | undefined;
  close(): Promise<void>;
};

/** Opens the queues kept in the folder. What a call has answered is on disk. */
export async function openQueues(
  folder: string | null,
  settings: readonly QueueSettings[],
): Promise<Queues> {
  const { state, save, close } = await openStateFile({
    folder,
    name: 'queues.json',
    schema: QueueStates,
    initial: (): z.infer<typeof QueueStates> => ({}),
  });
  const closing = new AbortController();
  // Those who wait for messages look again when one of them may be theirs.
  const waiting = new Set<() => void>();
  const changed = () => {
    for (const look of waiting) look();
  };

  const messagesOf = (name: string) => {
    const messages = state[name] ?? [];
    state[name] = messages;
    return messages;
  };

  const open = (own: QueueSettings): Queue => {
    const messages = messagesOf(own.name);

    const take = async (options: ReceiveOptions) => {
      const { received, dead } = takeMessages(messages, own, options, Date.now());
      const deadLetters = own.redrive ? messagesOf(own.redrive.deadLetterQueue) : [];
      for (const { id, body, sent } of dead) {
        deadLetters.push({ id, body, sent, visibleAt: Date.now(), receiveCount: 0 });
      }
      // Counted on disk before it is handed out: a message that kills us is not tried for ever.
      if (received.length + dead.length > 0) await save();
      if (dead.length > 0) changed();
      return received;
    };

    return {
      settings: own,
      async send(message) {
        const added = addMessage(messages, own, message, Date.now());
        await save();
        changed();
        return added;
      },
      async receive(options) {
        const deadline = Date.now() + options.waitSeconds * 1000;
        const signal = AbortSignal.any([
          closing.signal,
          ...(options.signal ? [options.signal] : []),
        ]);
        for (;;) {
          // Looked at before taking: what is taken for nobody stays hidden for its timeout.
          if (signal.aborted) return [];
          const received = await take(options);
          if (received.length > 0 || Date.now() >= deadline) return received;
          const until = Math.min(deadline, nextVisibleAt(messages) ?? deadline);
          await waitForChange(waiting, until - Date.now(), signal);
        }
      },
      async remove(receiptHandle) {
        deleteMessage(messages, receiptHandle);
        await save();
      },
      async changeVisibility(receiptHandle, seconds) {
        const message = inFlight(messages, receiptHandle, Date.now());
        if (!message) return false;
        message.visibleAt = Date.now() + seconds * 1000;
        await save();
        changed();
        return true;
      },
      depth: () => messages.length,
    };
  };

  const queues = new Map(settings.map((own) => [own.name, open(own)]));
  for (const { name, redrive } of settings) {
    if (redrive && !queues.has(redrive.deadLetterQueue)) {
      throw new Error(`The dead-letter queue ${redrive.deadLetterQueue} of ${name} is not there`);
    }
  }
  return {
    find: (name) => queues.get(name),
    async close() {
      closing.abort();
      await close();
    },
  };
}

/** Resolves at the next change, after `ms`, or when aborted. */
function waitForChange(waiting: Set<() => void>, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      waiting.delete(end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.max(ms, 0));
    waiting.add(end);
    signal.addEventListener('abort', end);
  });
}
