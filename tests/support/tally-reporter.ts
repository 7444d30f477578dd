import type { Reporter, TestModule } from 'vitest/node';

/** What a file took in all: to be loaded, to prepare, to test. */
const secondsOf = (module: TestModule): number => {
  const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } =
    module.diagnostic();
  const sum =
    environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration;
  return sum / 1000;
};

/**
 * Closes a run with the seconds of each project, those of its files added up since files run side by
 * side, and one plain line, `N passed, N failed`. A module that did not load has failed.
 */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    const seconds = new Map<string, number>();
    for (const module of modules) {
      const { name } = module.project;
      seconds.set(name, (seconds.get(name) ?? 0) + secondsOf(module));
      if (module.errors().length > 0) failed++;
      for (const test of module.children.allTests()) {
        if (test.result().state === 'passed') passed++;
        else failed++;
      }
    }
    const projects = [...seconds].map(([name, sum]) => `${name} ${sum.toFixed(1)}`);
    // After the default reporter's summary, which is written in the same tick.
    process.on('exit', () => {
      console.log(`Seconds of each project, its files added up: ${projects.join(', ')}`);
      console.log(`${passed} passed, ${failed} failed`);
    });
  }
}
