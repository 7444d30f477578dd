import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { createInterviewer } from '../../shared/interviewer/create-interviewer.ts';
import type { Interviewer } from '../../shared/interviewer/interviewer.ts';

/** The name of the interviewer that calls no language model. */
export const offline = 'offline';

/** The real interviewer, over Bedrock or over its offline stand-in. */
export interface Connection {
  interviewer: Interviewer;
  close(): Promise<void>;
}

/**
 * Connects to the model of this id on Bedrock, with the credentials and region of the environment, or
 * starts the offline stand-in in a thread of this process.
 */
export const connect = async (model_id: string): Promise<Connection> => {
  if (model_id !== offline) {
    const bedrock = new BedrockRuntimeClient({ maxAttempts: 2 });
    return { ...interviewerOf(bedrock, model_id), close: async () => bedrock.destroy() };
  }
  const standIn = new Worker(new URL('./stand-in-thread.ts', import.meta.url));
  // `once` rejects if the thread fails before it has sent its endpoint.
  const [endpoint]: unknown[] = await once(standIn, 'message');
  const bedrock = new BedrockRuntimeClient({
    endpoint: String(endpoint),
    region: 'us-east-1',
    credentials: { accessKeyId: 'offline', secretAccessKey: 'offline' },
    maxAttempts: 2,
  });
  const close = async () => {
    bedrock.destroy();
    await standIn.terminate();
  };
  return { ...interviewerOf(bedrock, 'offline.interviewer'), close };
};

const interviewerOf = (bedrock: BedrockRuntimeClient, model_id: string) => ({
  interviewer: createInterviewer({
    bedrock,
    question_model: model_id,
    evaluation_model: model_id,
  }),
});
