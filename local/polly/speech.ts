import { Worker } from 'node:worker_threads';

export type SpeechJob = {
  ssml: string;
  /** As espeak-ng names it, e.g. `en-us`. */
  language: string;
  /** Of the MP3, in Hz. */
  sampleRate: 8000 | 16_000 | 22_050 | 24_000 | 44_100 | 48_000;
};
export type SpeechAnswer = { id: number } & ({ mp3: Uint8Array } | { error: string });

export type Speaker = {
  /** Speaks the text as MP3, one job after the other. */
  speak(job: SpeechJob): Promise<Buffer>;
  close(): Promise<void>;
};

type Waiting = { resolve(mp3: Buffer): void; reject(error: Error): void };

/** A thread that speaks; it warms up at once, and is replaced if it dies. */
export function createSpeaker(): Speaker {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let closed = false;
  let worker: Worker | undefined = start();

  function start(): Worker {
    const thread = new Worker(new URL('./speech-worker.ts', import.meta.url));
    thread.on('message', (answer: SpeechAnswer) => {
      const job = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('mp3' in answer) job?.resolve(Buffer.from(answer.mp3));
      else job?.reject(new Error(answer.error));
    });
    thread.on('error', (error: Error) => lose(thread, error));
    thread.on('exit', () => lose(thread, new Error('the speech thread ended')));
    return thread;
  }

  function lose(thread: Worker, error: Error): void {
    if (worker !== thread) return;
    worker = undefined;
    for (const job of waiting.values()) job.reject(error);
    waiting.clear();
  }

  return {
    speak: (job) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the speaker is closed'));
        worker ??= start();
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ ...job, id: lastId });
      }),
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}
