import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, expect, it, vi } from 'vitest';
import { evaluateLater } from '../../../shared/session/late-evaluation.ts';
import { id } from '../../support/records.ts';

/** The longest time that API Gateway allows a request, in seconds. */
const longestRequest = 29;

afterEach(() => void vi.restoreAllMocks());

it('a late evaluation starts only after the request that asked for it must have ended', async () => {
  const send = vi.spyOn(SQSClient.prototype, 'send').mockImplementation(async () => ({}));

  await evaluateLater('http://localhost/queue')(id(1));

  const sent = send.mock.calls.map(([command]) => command.input);
  expect(sent).toMatchObject([{ MessageBody: JSON.stringify({ interview_id: id(1) }) }]);
  expect(sent[0]).toHaveProperty(
    'DelaySeconds',
    expect.toSatisfy((s) => s > longestRequest),
  );
});
