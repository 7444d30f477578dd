import { type ChildProcess, fork } from 'node:child_process';

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

/** A process that has not spoken for so long ends, in ms: the voices take 100 MB, which it gives back. */
const idleTime = 20_000;

/** Speaks in a process of its own; it warms up at once, and is started again when it is needed. */
export const createSpeaker = (): Speaker => {
  const waiting = new Map<number, PromiseWithResolvers<Buffer>>();
  let lastId = 0;
  let closed = false;

  const start = (): ChildProcess => {
    const child = fork(new URL('./speech-worker.ts', import.meta.url), [], {
      execArgv: [],
      serialization: 'advanced',
    });
    const lose = (error: Error): void => {
      if (worker !== child) return;
      worker = undefined;
      for (const job of waiting.values()) job.reject(error);
      waiting.clear();
    };
    child.on('message', (answer: SpeechAnswer) => {
      const job = waiting.get(answer.id);
      waiting.delete(answer.id);
      idle.refresh();
      if ('mp3' in answer) job?.resolve(Buffer.from(answer.mp3));
      else job?.reject(new Error(answer.error));
    });
    child.on('error', lose);
    child.on('exit', () => lose(new Error('the speech process ended')));
    return child;
  };
  let worker: ChildProcess | undefined = start();
  const idle = setInterval(() => {
    if (waiting.size > 0) return;
    worker?.kill();
    worker = undefined;
  }, idleTime).unref();

  return {
    speak: async (job) => {
      if (closed) throw new Error('the speaker is closed');
      worker ??= start();
      lastId += 1;
      const answer = Promise.withResolvers<Buffer>();
      waiting.set(lastId, answer);
      worker.send({ ...job, id: lastId });
      return answer.promise;
    },
    async close() {
      closed = true;
      clearInterval(idle);
      worker?.kill();
    },
  };
};
