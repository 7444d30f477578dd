import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import type { ModelServer } from '../../local/openai-compatible/chat-client.ts';
import {
  onServer,
  requireModel,
  startOpenAiCompatible,
} from '../../local/openai-compatible/openai-compatible.ts';
import { createInterviewer } from '../../shared/interviewer/create-interviewer.ts';
import type { Interviewer } from '../../shared/interviewer/interviewer.ts';
import type { DescribedModels } from '../../shared/interviewer/models.ts';

/** The name of the interviewer that calls no language model. */
export const offline = 'offline';

/** The real interviewer, over Bedrock or over what stands in for it. */
export interface Connection {
  interviewer: Interviewer;
  close(): Promise<void>;
}

/**
 * Connects to the model of this name on the server, if there is one, else of this id on Bedrock, with
 * the credentials and region of the environment; or starts the offline stand-in in a thread.
 */
export const connect = async (
  model_id: string,
  server: ModelServer | null = null,
): Promise<Connection> => {
  if (server) {
    await requireModel(server, model_id);
    const standIn = await startOpenAiCompatible(server);
    return through(standIn.endpoint, model_id, () => standIn.close(), { [model_id]: onServer });
  }
  if (model_id === offline) {
    const thread = new Worker(new URL('./stand-in-thread.ts', import.meta.url));
    // `once` rejects if the thread fails before it has sent its endpoint.
    const [endpoint]: unknown[] = await once(thread, 'message');
    return through(String(endpoint), 'offline.interviewer', () => thread.terminate());
  }
  const bedrock = new BedrockRuntimeClient({ maxAttempts: 2 });
  return { interviewer: interviewerOf(bedrock, model_id), close: async () => bedrock.destroy() };
};

const through = (
  endpoint: string,
  model_id: string,
  stop: () => Promise<unknown>,
  described?: DescribedModels,
): Connection => {
  const bedrock = new BedrockRuntimeClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 2,
  });
  const close = async () => {
    bedrock.destroy();
    await stop();
  };
  return { interviewer: interviewerOf(bedrock, model_id, described), close };
};

const interviewerOf = (
  bedrock: BedrockRuntimeClient,
  model_id: string,
  described?: DescribedModels,
) =>
  createInterviewer({ bedrock, question_model: model_id, evaluation_model: model_id, described });
