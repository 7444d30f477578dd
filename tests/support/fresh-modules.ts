import { afterAll, vi } from 'vitest';

// Files share a process and none of our modules: each loads its own, which costs little.
afterAll(() => void vi.resetModules());
