import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, it, vi } from 'vitest';
import { notQueued } from '../../../shared/contract/evaluation-queue.ts';
import { evaluateLater } from '../../../shared/session/late-evaluation.ts';
import { captureOutput } from '../../support/captured-output.ts';

it('an evaluation that cannot be queued is logged under the message that the alarm counts', async () => {
  vi.spyOn(SQSClient.prototype, 'send').mockRejectedValueOnce(new Error('The queue is down'));
  const output = captureOutput();

  await evaluateLater('http://localhost/queue')('interview-1');

  output.stop();
  vi.restoreAllMocks();
  expect(output.lines()).toMatchObject([
    { level: 'ERROR', message: notQueued, interview_id: 'interview-1' },
  ]);
});
