import { expect, it } from 'vitest';
import { UsageError } from '../../../bin/command.ts';
import { readOptions } from '../../../bin/doctor-options.ts';
import { lineOf } from '../../../doctor/report.ts';

it('refuses what it cannot use, in a sentence', () => {
  const unusable = [
    [],
    ['--url'],
    ['--url', 'talaro.example.com'],
    ['--url', 'file:///etc/passwd'],
    ['--url', 'https://talaro.example', '--password', 'secret'],
    ['--url', 'https://talaro.example', '--region', 'eu-central-1'],
    ['--url', 'https://talaro.example', '--timeout', 'soon'],
    ['--url', 'http://talaro.example', '--email', 'ada@example.com'],
  ];
  for (const args of unusable) {
    expect(() => readOptions(args), args.join(' ')).toThrow(UsageError);
  }
});

it('prints nothing that a server could use to write over the terminal', () => {
  const says = 'The server says \u001b[2Kok\r\u202egnorw\nok  all';

  const line = lineOf({ check: 'page', verdict: 'ok', says });

  expect(line).toBe('ok          page             The server says  [2Kok gnorw ok  all');
});
