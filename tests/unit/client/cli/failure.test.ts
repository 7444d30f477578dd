import { expect, it } from 'vitest';
import { UsageError } from '../../../../bin/command.ts';
import { failureOf } from '../../../../client/cli/failure.ts';
import { TalaroError } from '../../../../client/error.ts';

const quiet = new AbortController().signal;
const refused = (code: string, more: object = {}) =>
  new TalaroError('Interview not found', { code, status: 404, ...more });

it.each([
  [
    refused('interview_not_found'),
    1,
    'Interview not found. See those that there are with: talaro list',
  ],
  [refused('unauthorized'), 3, 'Interview not found. Log in with: talaro login'],
  [refused('some_new_code'), 1, 'Interview not found.'],
  [
    refused('invalid_input', {
      issues: [
        { path: 'reason', message: 'must not be empty\u001b[2J' },
        { path: 'decision', message: 'must be one of advance, hold, reject' },
      ],
    }),
    2,
    'Interview not found.\n  reason must not be empty␛[2J\n  decision must be one of advance, hold, reject',
  ],
  [refused('internal_error', { request_id: 'r-1' }), 1, /\(request id r-1\)\. Try again/],
  [new UsageError('--most takes a number'), 2, '--most takes a number. See talaro list --help'],
  [new Error('No such file'), 1, 'No such file'],
  [new TypeError('x is undefined'), 1, /^This is no answer of Talaro: x is undefined\. Check that/],
  [new DOMException('', 'AbortError'), 130, null],
])('%s exits with %i and says what to do', (error, status, says) => {
  const failure = failureOf(error, 'list ', quiet);

  expect(failure.status).toBe(status);
  if (says instanceof RegExp) expect(failure.says).toMatch(says);
  else expect(failure.says).toBe(says);
});

it('Ctrl-C needs no words, whatever it broke off', () => {
  expect(failureOf(refused('unreachable'), '', AbortSignal.abort())).toEqual({
    status: 130,
    says: null,
  });
});
