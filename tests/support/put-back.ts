import { afterAll, vi } from 'vitest';

// Files share a process: what one has put in place of the real is gone when it ends.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
