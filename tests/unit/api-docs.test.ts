import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { limits as firewall } from '../../infra/limits.ts';
import type { EndpointRow } from '../../shared/contract/endpoint-row.ts';
import { endpoints } from '../../shared/contract/endpoints.ts';
import { listQuery } from '../../shared/contract/list-query.ts';
import { limits, withCommas } from '../../shared/domain/plain-text.ts';
import { windowOf } from '../../shared/domain/window.ts';
import { statuses } from '../../shared/http/statuses.ts';

const text = readFileSync('docs/api.md', 'utf8');
const rows: EndpointRow[] = Object.values(endpoints);
const hour = 3_600_000;

const named = /\b(GET|POST|PUT|PATCH|DELETE) \/api\/[\w/{}-]*\//g;
const told = [...text.matchAll(named)].map(([one]) => one);

it('names only endpoints that there are', () => {
  const known = rows.map(({ method, path }) => `${method} ${path}`);

  expect(told.length).toBeGreaterThan(15);
  expect(told.filter((one) => !known.includes(one))).toEqual([]);
});

it('names every endpoint of a recruiter’s interviews', () => {
  const own = rows.filter(
    ({ access, path }) => access !== 'candidate' && /^\/api\/(interviews|reports)\//.test(path),
  );

  const missing = own.filter(({ method, path }) => !told.includes(`${method} ${path}`));
  expect(missing.map(({ folder }) => folder)).toEqual([]);
});

it('gives each error code the status that it has', () => {
  const told = [...text.matchAll(/\b([45]\d\d) `(\w+)`/g)].map(([, status, code]) => [
    code,
    Number(status),
  ]);

  expect(told.length).toBeGreaterThan(8);
  expect(told).toEqual(told.map(([code]) => [code, Object(statuses)[String(code)]]));
});

it('has the numbers that hold', () => {
  const requests = (name: string) =>
    firewall.find((one) => one.name === `${name}-by-viewer`)?.requests ?? 0;
  const { opens_at, expires_at } = windowOf({
    starts_at: '2026-12-01T10:00:00Z',
    ends_at: '2026-12-01T10:00:00Z',
  });
  const start = Date.parse('2026-12-01T10:00:00Z');
  const characters = (many: number) => `${withCommas(many)} characters`;

  for (const sentence of [
    `| answer (\`response_text\`) | ${characters(limits.response_text)} |`,
    `| \`job_description\`, \`resume_text\` | ${characters(limits.job_description)} each |`,
    `| names and titles | ${characters(limits.name)} |`,
    `| e-mail address | ${characters(limits.email)} |`,
    `| ${withCommas(requests('requests'))}, of which ${requests('logins')} to \`/api/auth/\``,
    `opens ${(start - opens_at) / 60_000} minutes before`,
    `expires ${(expires_at - start) / hour} hours after`,
    `or ${listQuery.limit.parse(undefined)} if you leave it out`,
  ]) {
    expect(text).toContain(sentence);
  }
  expect(listQuery.limit.safeParse('100').success).toBe(true);
  expect(listQuery.limit.safeParse('101').success).toBe(false);
});
