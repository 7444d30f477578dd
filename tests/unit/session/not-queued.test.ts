import { expect, it, vi } from 'vitest';
import { evaluateLater, notQueued } from '../../../shared/session/late-evaluation.ts';
import { captureOutput } from '../../support/captured-output.ts';

const send = vi.hoisted(() => vi.fn());
vi.mock('../../../shared/session/queue.ts', () => ({ connectQueue: () => send }));

it('an evaluation that cannot be queued is logged under the message that the alarm counts', async () => {
  send.mockRejectedValueOnce(new Error('The queue is down'));
  const output = captureOutput();

  await evaluateLater('https://queue')('interview-1');

  output.stop();
  expect(output.lines()).toMatchObject([
    { level: 'ERROR', message: notQueued, interview_id: 'interview-1' },
  ]);
});
