import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { createInterviewer } from './create-interviewer.ts';
import type { Interviewer } from './interviewer.ts';

/** The interviewer over Bedrock, with the models that the environment names. */
export const connectInterviewer = (env: {
  QUESTION_MODEL: string;
  EVALUATION_MODEL: string;
}): Interviewer =>
  createInterviewer({
    bedrock: new BedrockRuntimeClient({ maxAttempts: 2 }),
    question_model: env.QUESTION_MODEL,
    evaluation_model: env.EVALUATION_MODEL,
  });
