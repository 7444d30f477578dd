import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cached } from '../../../shared/links/cached.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a cached value is loaded once while it is kept', async () => {
  const load = vi.fn(async () => 'value');
  const get = cached(1_000, load);

  await get();
  vi.advanceTimersByTime(999);

  expect(await get()).toBe('value');
  expect(load).toHaveBeenCalledOnce();
});

it('a cached value is loaded again after that, so that a rotation arrives', async () => {
  const load = vi.fn().mockResolvedValueOnce('old').mockResolvedValueOnce('new');
  const get = cached(1_000, load);
  await get();

  vi.advanceTimersByTime(1_000);

  expect(await get()).toBe('new');
});

it('a cached value is loaded again after the clock has stepped back', async () => {
  const load = vi.fn().mockResolvedValueOnce('old').mockResolvedValueOnce('new');
  const get = cached(1_000, load);
  await get();

  vi.setSystemTime(Date.now() - 600_000);

  expect(await get()).toBe('new');
});

it('callers at the same time share one load', async () => {
  const load = vi.fn(async () => 'value');
  const get = cached(1_000, load);

  await Promise.all([get(), get(), get()]);

  expect(load).toHaveBeenCalledOnce();
});

it('a failure is not cached', async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error('down')).mockResolvedValueOnce('value');
  const get = cached(1_000, load);

  await expect(get()).rejects.toThrow('down');

  expect(await get()).toBe('value');
});

it('a value that is loaded again before its time replaces the cached one, unless that fails', async () => {
  const load = vi.fn().mockResolvedValueOnce('old').mockRejectedValueOnce(new Error('down'));
  load.mockResolvedValueOnce('new');
  const get = cached(1_000, load);
  await get();

  await expect(get(true)).rejects.toThrow('down');
  const after = await get();
  await get(true);

  expect([after, await get()]).toEqual(['old', 'new']);
});
