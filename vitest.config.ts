import { defineConfig } from 'vitest/config';

const project = (name: string, seconds: number) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
  },
});

// The order is the order of cost: a broken rule is seen before a browser is started.
export default defineConfig({
  test: {
    reporters: ['default', './tests/support/tally-reporter.ts'],
    projects: [
      project('unit', 20),
      project('integration', 60),
      project('infra', 120),
      project('e2e', 180),
    ],
  },
});
