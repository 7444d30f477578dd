import { afterAll, vi } from 'vitest';

// Files share a process: what one has put in place of the real is gone when it ends. `vi.mock` has no
// place here: it reaches only modules that no file before has loaded, and stays for those after.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
