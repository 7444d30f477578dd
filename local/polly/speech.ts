import { Worker } from 'node:worker_threads';

export interface SpeechJob {
  text: string;
  /** As espeak-ng names it, for example `en-us`. */
  language: string;
  /** Of the MP3, in Hz. */
  sampleRate: 22_050 | 24_000;
}
export type SpeechAnswer = { id: number } & ({ mp3: Uint8Array } | { error: string });

export interface Speaker {
  /** Speaks the text as MP3, one job after the other. */
  speak(job: SpeechJob): Promise<Buffer>;
  close(): Promise<void>;
}

/** A thread that speaks; it warms up at once, and is replaced if it dies. */
export const createSpeaker = (): Speaker => {
  const waiting = new Map<number, PromiseWithResolvers<Buffer>>();
  let lastId = 0;
  let closed = false;

  const start = (): Worker => {
    const thread = new Worker(new URL('./speech-worker.ts', import.meta.url));
    const lose = (error: Error): void => {
      if (worker !== thread) return;
      worker = undefined;
      for (const job of waiting.values()) job.reject(error);
      waiting.clear();
    };
    thread.on('message', (answer: SpeechAnswer) => {
      const job = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('mp3' in answer) job?.resolve(Buffer.from(answer.mp3));
      else job?.reject(new Error(answer.error));
    });
    thread.on('error', lose);
    thread.on('exit', () => lose(new Error('the speech thread ended')));
    return thread;
  };
  let worker: Worker | undefined = start();

  return {
    speak: async (job) => {
      if (closed) throw new Error('the speaker is closed');
      worker ??= start();
      lastId += 1;
      const answer = Promise.withResolvers<Buffer>();
      waiting.set(lastId, answer);
      worker.postMessage({ ...job, id: lastId });
      return answer.promise;
    },
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
};
