import { expect, it, vi } from 'vitest';
import { deadlineOf } from '../../../shared/domain/deadline.ts';
import { send } from '../../support/answer-row.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { apiEvent } from '../../support/events.ts';

it('the deadline is two seconds before Lambda’s time is up', () => {
  vi.useFakeTimers({ now: 1_000_000 });

  const deadline = deadlineOf({ getRemainingTimeInMillis: () => 29_000 });

  expect(deadline).toEqual({ at: 1_027_000 });
  vi.useRealTimers();
});

it('the deadline is passed to the logic of an endpoint', async () => {
  vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] });
  const output = captureOutput();
  const run = vi.fn(({ deadline }: { deadline: { at: number } }) => ({ said: `${deadline.at}` }));

  const { body } = await send(run, apiEvent({ body: { text: 'hello' } }), 12_000);

  output.stop();
  expect(body).toEqual({ said: '1010000' });
  vi.useRealTimers();
});
