import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { statuses } from '../../shared/http/statuses.ts';

const text = readFileSync('docs/troubleshooting.md', 'utf8');
const [symptoms = '', codes = ''] = text.split('\n## Codes\n');

it('explains every error code, with its status', () => {
  const rows = [...codes.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)];

  expect(Object.fromEntries(rows.map(([, code, status]) => [code, Number(status)]))).toEqual(
    statuses,
  );
});

it('names no code that does not exist where it tells causes apart by code', () => {
  const named = [...symptoms.matchAll(/^\| ((?:`\w+`(?:, )?)+)[^|]*\|/gm)].flatMap(
    ([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].flatMap(([, code = '']) => code),
  );
  const inBrackets = [...symptoms.matchAll(/\(`(\w+_\w+)`\)/g)].flatMap(([, code = '']) => code);
  const session = ['ready', 'in_progress', 'evaluating', 'completed'];
  const shown = new Set([...session, 'score', 'needs_human', 'evaluator']);

  const known = Object.keys(statuses);
  const codesNamed = [...named, ...inBrackets].filter((code) => !shown.has(code));
  expect(codesNamed.length).toBeGreaterThan(20);
  expect(codesNamed.filter((code) => !known.includes(code))).toEqual([]);
});

it('quotes pages and programs in the words that they have', () => {
  const files = globSync('{bin,functions,infra,local,shared,web}/**/*.{ts,tsx,mjs,json,html}');
  const sources = files.map((file) => readFileSync(file, 'utf8').replaceAll("\\'", "'")).join('\n');

  const quoted = [...text.matchAll(/“([^”]+)”/g)].flatMap(([, words = '']) => words);

  const fromAws = ['FORCE_CHANGE_PASSWORD'];
  expect(quoted.filter((words) => !sources.includes(words) && !fromAws.includes(words))).toEqual(
    [],
  );
});

it('links to sections that it has', () => {
  const anchorOf = (title: string) =>
    title
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-');
  const anchors = [...text.matchAll(/^##+ (.+)$/gm)].map(([, title = '']) => anchorOf(title));

  const linked = [...text.matchAll(/\]\(#([^)]+)\)/g)].flatMap(([, anchor = '']) => anchor);

  expect(linked.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
});
