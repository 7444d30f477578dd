import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

interface Kind {
  /** The longest that one test or hook may take. */
  seconds: number;
  /** Whether each file gets a process of its own; the others share one per core. */
  isolate?: boolean;
  /** Whether those of one process share modules too, and with them the stack that one started. */
  shareModules?: boolean;
  include?: string;
  exclude?: string;
  /** Groups run one after the other, the projects of a group side by side. */
  group?: number;
  /** What is prepared once, before any of its files; if that fails, so does the run. */
  globalSetup?: string;
}

const project = (name: string, kind: Kind): TestProjectInlineConfiguration => {
  const {
    seconds,
    isolate = false,
    shareModules,
    include = name,
    exclude,
    group = 1,
    globalSetup,
  } = kind;
  return {
    test: {
      name,
      include: [`tests/${include}/**/*.test.ts`],
      ...(exclude && { exclude: [`tests/${exclude}/**`] }),
      ...(globalSetup && { globalSetup }),
      isolate,
      // What waits for a child process, a timeout or a browser leaves its core to another file. What
      // runs before that waits for nothing.
      maxWorkers: availableParallelism() + (group === 0 ? 0 : 2),
      setupFiles: [
        'tests/support/put-back.ts',
        ...(shareModules ? [] : ['tests/support/fresh-modules.ts']),
      ],
      sequence: { groupOrder: group },
      testTimeout: seconds * 1000,
      hookTimeout: seconds * 1000,
      // What is waited for comes late where two cores do everything at once.
      expect: { poll: { timeout: 15_000 } },
    },
  };
};

const ownStack = 'integration/own-stack';

// Unit tests run first, so that a broken rule is seen before a browser starts.
export default defineConfig({
  test: {
    reporters: ['default', './tests/support/tally-reporter.ts'],
    projects: [
      project('unit', { seconds: 20, group: 0 }),
      project('integration', { seconds: 60, exclude: ownStack, shareModules: true }),
      project('own-stack', { seconds: 60, include: ownStack, isolate: true }),
      project('infra', { seconds: 120 }),
      project('e2e', { seconds: 180, isolate: true, globalSetup: 'tests/e2e/support/pages.ts' }),
      // Part of `npm run eval`, which runs it first; `npm test` leaves it out.
      project('eval', { seconds: 20 }),
    ],
  },
});
