import { expect, it } from 'vitest';
import { isoUtc } from '../../../shared/domain/plain-text.ts';
import { statuses } from '../../../shared/http/statuses.ts';
import { budgetPk, sk } from '../../../shared/table/keys.ts';
import { type EndpointName, type Reply, rows } from '../../support/client.ts';
import type { TestStack } from '../../support/stack.ts';

/** Requests that lead to each error code of each row. */
export type Cases = Partial<Record<EndpointName, Record<string, () => Promise<Reply>>>>;

/** The messages that clients of the older backend compare. */
const sentences: Readonly<Record<string, string | RegExp>> = {
  'login invalid_credentials': 'Invalid email or password',
  'getInterview interview_not_found': 'Interview not found',
  'getLink link_not_found': 'No interview link found for this interview',
  link_invalid: 'Invalid interview token',
  link_replaced: 'Invalid interview token',
  interview_not_scheduled:
    'Interview must have a scheduled start time to generate AI interview link',
  interview_not_ai: 'Interview must be configured for AI interview to generate AI interview link',
  ai_unavailable: /^Failed to (generate AI interview link|write the interview kit): [a-z].+[^.]$/,
  budget_reached: /^Failed to (generate AI interview link|write the interview kit): [a-z].+[^.]$/,
  'generateLink ai_unavailable': /^Failed to generate AI interview link: /,
  'regenerateLink ai_unavailable': /^Failed to generate AI interview link: /,
  kit_not_found: /^(Interview kit not found|The )/,
};

/** Checks the form that every error response has, whoever sends it. */
export const expectErrorForm = (reply: Reply, status: number, code: string) => {
  const body = reply.refusal();
  expect({ status: reply.status, code: body.code }).toEqual({ status, code });
  expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(reply.headers.get('cache-control')).toBe('no-store');
  expect(reply.headers.get('referrer-policy')).toBe('no-referrer');
  // A sentence on a field begins with its name.
  expect(body.error).toMatch(code === 'invalid_input' ? /^[\w.]+ .{5,}[^.]$/ : /^[A-Z].{5,}$/);
  expect(body.error).not.toMatch(/ at .*\.[jt]s|Exception|undefined|\[object|node_modules/);
  if (code === 'conflict') expect(reply.headers.get('retry-after')).toBe('1');
  if (status >= 500) expect(body.request_id).toMatch(/^[0-9a-f-]{36}$/);
  if (code === 'invalid_input' && body.issues) {
    for (const issue of body.issues) {
      expect(issue).toEqual({ path: expect.any(String), message: expect.any(String) });
      expect(issue.message).toContain(issue.path);
    }
  }
};

/**
 * Adds one test per error code of each row, and one that every code has a test.
 * @param elsewhere `<row> <code>` of those that take another stack, and are tested there
 */
export const testEveryError = (
  names: readonly EndpointName[],
  cases: Cases,
  elsewhere: readonly string[] = [],
) => {
  it('has a test of every error code of every row', () => {
    const documented = names.flatMap((name) => rows[name].errors.map((code) => `${name} ${code}`));

    const tested = Object.entries(cases).flatMap(([name, ways]) =>
      Object.keys(ways).map((code) => `${name} ${code}`),
    );

    expect([...tested, ...elsewhere].toSorted()).toEqual(documented.toSorted());
  });

  const all = Object.entries(cases).flatMap(([name, ways]) =>
    Object.entries(ways).map(([code, way]) => ({ name, code, way })),
  );
  it.each(all)('$name refuses with $code', async ({ name, code, way }) => {
    const reply = await way();

    expectErrorForm(
      reply,
      Object.entries(statuses).find(([known]) => known === code)?.[1] ?? 0,
      code,
    );
    const sentence = sentences[`${name} ${code}`] ?? sentences[code];
    if (sentence) expect(reply.refusal().error).toMatch(sentence);
  });
};

/** Makes every transaction on an interview fail, and hides the reason from the read after it. */
export const alwaysLose = (stack: TestStack, interview_id: string, status: string) =>
  stack.hear(async (service, operation, _input, phase) => {
    if (service !== 'dynamodb' || phase !== 'before') return;
    if (operation === 'TransactWriteItems') {
      await stack.table.changeInterview(interview_id, { status: 'cancelled' });
    }
    if (operation === 'Query') await stack.table.changeInterview(interview_id, { status });
  });

/** Books more on a day (ms since the epoch) than any budget allows. */
export const spendBudget = (stack: TestStack, at: number) =>
  stack.table.put({
    pk: budgetPk(isoUtc(at).slice(0, 10)),
    sk: sk.shard(0),
    micro_usd: 1_000_000_000,
  });
