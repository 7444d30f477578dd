import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { commands } from '../../../../client/cli/commands.ts';
import { talaro } from '../../../../client/cli/program.ts';

let [out, err] = ['', ''];

beforeEach(() => {
  [out, err] = ['', ''];
  vi.stubEnv('TALARO_CONFIG_DIR', '/nowhere/at/all');
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += chunk;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    err += chunk;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const run = (...argv: string[]) => talaro(argv, new AbortController().signal);

it.each([
  [['login', '--password', 'hunter2'], 2, /^Secrets are not taken as arguments/],
  [['login', '--client-secret=s'], 2, /^Secrets are not taken as arguments/],
  [['frobnicate'], 2, /^There is no command frobnicate\. See talaro --help/],
  [['link'], 2, /^talaro link takes ID\. See talaro link --help/],
  [['kits', 'show', 'a', 'b'], 2, /^talaro kits show takes ID\./],
  [['list', 'extra'], 2, /^talaro list takes no arguments besides its options/],
  [['list', '--frob'], 2, /^Unknown option '--frob'\. See talaro list --help/],
  [['list', '--most', 'x'], 2, /^--most takes a whole number/],
  [['list', '--most', '2.5'], 2, /^--most takes a whole number/],
  [['list', '--zone', 'Mars/Olympus'], 2, /^--zone takes a time zone such as Europe\/Berlin/],
  [['list', '--url', 'http://example.com'], 2, /^--url takes an address with https/],
  [['list', '--url', 'ftp://example.com'], 2, /^--url takes an address such as/],
  [
    ['list', '--url', 'https://a.example'],
    3,
    /^There is no login for https:\/\/a\.example\. Log in/,
  ],
])('talaro %j exits with %i and says what to do', async (argv, status, says) => {
  expect(await run(...argv)).toBe(status);

  expect(err).toMatch(says);
  expect(err).not.toContain('hunter2');
  expect(out).toBe('');
});

it.each(Object.keys(commands))('talaro %s has help with an example', async (name) => {
  expect(await run(...name.split(' '), '--help')).toBe(0);

  expect(out).toMatch(new RegExp(`^Usage: talaro ${name}(?: ID| FILE)? \\[options\\]`));
  expect(out).toContain(`Examples:\n  talaro ${name}`);
  expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
});

it('talaro alone says which commands there are', async () => {
  expect([await run('--help'), await run()]).toEqual([0, 2]);

  for (const name of Object.keys(commands)) expect(out).toContain(`\n  ${name} `);
});
