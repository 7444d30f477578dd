import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { lambdaContext } from '../../support/events.ts';
import type { TestStack } from '../../support/stack.ts';

/** Calls evaluate-interview with one message, as SQS does; returns whether it was processed. */
export const deliver = async (body: string): Promise<boolean> => {
  // Loaded only now: the environment is set once the stack has started.
  const { handler } = await import('../../../functions/evaluate-interview/handler.ts');
  const messageId = randomUUID();
  const attributes = {
    ApproximateReceiveCount: '1',
    ApproximateFirstReceiveTimestamp: '0',
    SentTimestamp: '0',
    SenderId: 'tests',
  };
  const record = {
    messageId,
    body,
    attributes,
    receiptHandle: 'tests',
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:evaluations',
    awsRegion: 'us-east-1',
  };
  const { batchItemFailures } = await handler({ Records: [record] }, lambdaContext());
  return batchItemFailures.length === 0;
};

/** Completes the missing assessments and evaluation of an interview now. */
export const evaluateLate = (interview_id: string): Promise<boolean> =>
  deliver(JSON.stringify({ interview_id }));

/** Lets the leases on an interview run out, as half a minute would. */
export const endLeases = async (
  { table }: Pick<TestStack, 'table'>,
  interview_id: string,
): Promise<void> => {
  for (const { pk, sk, lease_until } of await table.itemsOf(interview_id)) {
    if (lease_until) await table.change(String(pk), String(sk), { lease_until: 0 });
  }
};

/** Holds back all messages to the queue, for tests that are about something else. */
export const holdQueue = ({ hear }: Pick<TestStack, 'hear'>) =>
  hear((service, operation, input) => {
    if (service === 'sqs' && operation === 'SendMessage') {
      Object.assign(input ?? {}, { DelaySeconds: 900 });
    }
  });

/** Waits until a condition holds; the test's own time limit ends it. */
export const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await holds())) await pause(25);
};
