import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readInterview } from '../../../shared/table/interviews.ts';
import { putResponse } from '../../../shared/table/responses.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { lambdaContext } from '../../support/events.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { anInterview, aResponse } from '../../support/records.ts';
import { storeInterview } from '../../support/stored.ts';

const environment = {
  TABLE_NAME: 'memory',
  EVALUATION_QUEUE_URL: 'http://localhost/queue',
  QUESTION_MODEL: 'global.anthropic.claude-haiku-5-5',
  EVALUATION_MODEL: 'global.anthropic.claude-haiku-5-5',
  SECOND_OPINION_MODEL: 'none',
  MODEL_CAPABILITIES: 'none',
  GUARDRAIL: 'none',
  DAILY_BUDGET_USD: '10',
  AWS_REGION: 'eu-central-1',
};

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  vi.resetModules();
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  output = captureOutput();
});
afterEach(() => {
  output.stop();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Delivers the request of an interview whose one answer the model refuses, for the n-th time. */
const deliver = async (times: number) => {
  const { table } = memoryTable();
  const send = table.client.send.bind(table.client);
  const { interview_id, link } = await storeInterview(table, 'in_progress');
  await putResponse(table, anInterview(), { response: aResponse(1), link_id: link.link_id });
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(send);
  vi.spyOn(BedrockRuntimeClient.prototype, 'send').mockImplementation(async () => ({
    stopReason: 'guardrail_intervened',
    additionalModelResponseFields: { evaluator: 'openai-compatible' },
  }));
  const record = {
    messageId: 'message-1',
    body: JSON.stringify({ interview_id }),
    attributes: { ApproximateReceiveCount: String(times) },
  };
  const { handler } = await import('../../../functions/evaluate-interview/handler.ts');
  const { batchItemFailures } = await handler({ Records: [record] } as SQSEvent, lambdaContext());
  const stored = await readInterview(table, interview_id);
  return { failed: batchItemFailures.length > 0, assessment: stored?.responses[0]?.assessment };
};

it.each([1, 2, 3])(
  'delivery %d of an answer that the model refuses is tried again',
  async (times) => {
    const { failed, assessment } = await deliver(times);

    expect(failed).toBe(true);
    expect(assessment).toBeNull();
  },
);

it('delivery 4 of an answer that the model refuses sends it to a person', async () => {
  const { failed, assessment } = await deliver(4);

  expect(failed).toBe(false);
  expect(assessment).toMatchObject({
    status: 'needs_human',
    criteria: [{ level: null }],
    provenance: { evaluator: 'openai-compatible', model_id: environment.EVALUATION_MODEL },
  });
});
