import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onSchedule } from '../../../local/sweep.ts';
import { sweep } from '../../../shared/contract/sweep.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs at once and then as often as the deployed rule, also after a crash, until it is stopped', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const work = vi.fn().mockRejectedValueOnce(new Error('down')).mockResolvedValue({});

  const schedule = onSchedule(work);
  await vi.advanceTimersByTimeAsync(sweep.every * 2000);
  await schedule.close();
  await vi.advanceTimersByTimeAsync(sweep.every * 2000);

  expect(work).toHaveBeenCalledTimes(3);
  expect(said).toHaveBeenCalledOnce();
});

it('overtakes no run that is under way, and waits for it when it is stopped', async () => {
  const run = Promise.withResolvers<void>();
  const work = vi.fn(() => run.promise);
  const schedule = onSchedule(work);
  await vi.advanceTimersByTimeAsync(sweep.every * 2000);
  let isStopped = false;

  const stopped = schedule.close().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(10);
  const before = isStopped;
  run.resolve();
  await stopped;

  expect(work).toHaveBeenCalledOnce();
  expect([before, isStopped]).toEqual([false, true]);
});
