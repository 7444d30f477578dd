import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { Id } from '../domain/text.ts';
import { logged } from '../http/log.ts';

/**
 * Asks evaluate-interview to complete the missing assessments and evaluation of an interview or,
 * with a version, to evaluate it again as that version.
 */
export const EvaluationRequest = z.object({
  interview_id: Id,
  version: z.int().min(2).optional(),
});
export type EvaluationRequest = z.infer<typeof EvaluationRequest>;

/** Sends requests to the evaluation queue, each delivered after `delay` seconds. */
export const connectQueue = (QueueUrl: string) => {
  // Bounded: complete sends a message before it seals, and must not wait for a queue that hangs.
  const sqs = logged(
    new SQSClient({
      maxAttempts: 2,
      requestHandler: {
        connectionTimeout: 1_000,
        requestTimeout: 2_000,
        throwOnRequestTimeout: true,
      },
    }),
  );
  return async (request: EvaluationRequest, delay: number): Promise<void> => {
    await sqs.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: JSON.stringify(request),
        DelaySeconds: delay,
      }),
    );
  };
};

/**
 * Seconds until the first late attempt: longer than the request that queues it may take, so that
 * that request's own attempt is over by then.
 */
const delay = 45;

/**
 * Puts an interview on the queue, which completes its evaluation later if that is still missing.
 * @throws the SDK's error if the queue does not take it
 */
export const queueEvaluation = (queue_url: string) => {
  const send = connectQueue(queue_url);
  return (interview_id: string): Promise<void> => send({ interview_id }, delay);
};
