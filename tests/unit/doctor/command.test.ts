import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';

/** Runs the command; a password that it is given must not be shown. */
const doctor = async (...args: string[]) => {
  const { promise, resolve } = Promise.withResolvers<{ status: unknown; out: string }>();
  const env = { ...process.env, TALARO_PASSWORD: 'a-password' };
  execFile(process.execPath, ['bin/doctor.ts', ...args], { env }, (error, stdout, stderr) =>
    resolve({ status: error?.code ?? 0, out: stdout + stderr }),
  );
  return promise;
};

it('exits with 0, 1 or 2, with sentences and neither stack nor password', async () => {
  const [help, wrong, usage] = await Promise.all([
    doctor('--help'),
    doctor('--url', 'http://127.0.0.1:9', '--email', 'ada@example.com'),
    doctor('--no-such-option'),
  ]);

  expect(help).toEqual({ status: 0, out: expect.stringContaining('Usage: npm run doctor') });
  expect(wrong).toEqual({
    status: 1,
    out: expect.stringMatching(/^wrong +reachable +127\.0\.0\.1:9 .*\n +→ [\s\S]*costs less than/),
  });
  expect(usage).toEqual({
    status: 2,
    out: expect.stringMatching(
      /^Unknown option '--no-such-option'.*See npm run doctor -- --help\n$/,
    ),
  });
  expect(wrong.out).not.toMatch(/a-password|^ +at /m);
});
