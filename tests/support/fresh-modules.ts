import { afterAll, vi } from 'vitest';

// Files share a process and no module of ours: each loads its own, which costs little.
afterAll(() => void vi.resetModules());
