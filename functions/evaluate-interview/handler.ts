import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { lateFailed } from '../../shared/contract/evaluation-queue.ts';
import { deadlineOf } from '../../shared/domain/deadline.ts';
import { jsonIn } from '../../shared/domain/plain-text.ts';
import { readEnv } from '../../shared/http/env.ts';
import { errorFacts, logger } from '../../shared/http/log.ts';
import { connectInterviewer, interviewerEnv } from '../../shared/interviewer/connect.ts';
import type { Evaluating } from '../../shared/session/evaluate.ts';
import { connectQueue, EvaluationRequest } from '../../shared/session/queue.ts';
import { refusedAssessment } from '../../shared/session/refused.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { keepEvaluation } from '../../shared/table/evaluations.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { oneAtATime, takeLease } from '../../shared/table/leases.ts';
import { keepAssessment, readAssessment } from '../../shared/table/responses.ts';
import { evaluateInterview } from './evaluate-interview.ts';

const env = readEnv('TABLE_NAME', 'EVALUATION_QUEUE_URL', ...interviewerEnv);
const table = connectTable(env.TABLE_NAME);
const interviewerFor = connectInterviewer(env, table);
const deps = {
  ...bind(table, {
    readInterview,
    readAssessment,
    keepAssessment,
    keepEvaluation,
    takeLease,
  }),
  oneAtATime: oneAtATime(table),
  send: connectQueue(env.EVALUATION_QUEUE_URL),
  now: Date.now,
};

/** A guardrail can change its mind; one that refuses the same answer this often will not. */
const toleratedRefusals = 4;

const refused: Evaluating['refused'] = (rubric, evaluator) => {
  const by = { evaluator, model_id: env.EVALUATION_MODEL };
  return refusedAssessment(rubric, by, new Date().toISOString());
};

/** Reads the evaluation queue. A message that fails is delivered again, then set aside. */
export const handler = async (
  { Records }: SQSEvent,
  context: Context,
): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { messageId, body, attributes } of Records) {
    try {
      const request = EvaluationRequest.parse(JSON.parse(body));
      const isLate = Number(attributes.ApproximateReceiveCount) >= toleratedRefusals;
      const outcome = await evaluateInterview(
        {
          ...deps,
          interviewer: interviewerFor(request.interview_id),
          ...(isLate && { refused }),
        },
        request,
        deadlineOf(context),
      );
      logger.info('late evaluation', { interview_id: request.interview_id, outcome });
    } catch (error) {
      logger.warn(lateFailed, {
        message_id: messageId,
        interview_id: EvaluationRequest.safeParse(jsonIn(body)).data?.interview_id,
        waiting_s: Math.round((Date.now() - Number(attributes.SentTimestamp)) / 1000),
        error: errorFacts(error),
      });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
