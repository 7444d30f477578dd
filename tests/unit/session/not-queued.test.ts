import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, it, vi } from 'vitest';
import { evaluateLater, notQueued } from '../../../shared/session/late-evaluation.ts';
import { captureOutput } from '../../support/captured-output.ts';

it('an evaluation that cannot be queued is logged under the message that the alarm counts', async () => {
  const send = vi.spyOn(SQSClient.prototype, 'send').mockImplementation(() => {
    throw new Error('The queue is down');
  });
  const output = captureOutput();

  await evaluateLater('https://queue')('interview-1');

  output.stop();
  expect(send).toHaveBeenCalledOnce();
  expect(output.lines()).toMatchObject([
    { level: 'ERROR', message: notQueued, interview_id: 'interview-1' },
  ]);
});
