import { expect, it } from 'vitest';
import {
  readAuditPage,
  readNewestAudit,
  readWholeAudit,
} from '../../../shared/table/audit-rows.ts';
import { id } from '../../support/records.ts';
import { scriptedTable } from '../../support/scripted-client.ts';

const pk = `INTERVIEW#${id(1)}`;
const item = (n: number) => ({
  pk,
  sk: `AUDIT#2026-11-23T10:00:0${n}.000Z#${id(n)}`,
  event: 'link_regenerated',
  at: `2026-11-23T10:00:0${n}.000Z`,
  actor: 'system',
  facts: { generation: n },
});
const last = (n: number) => ({ pk, sk: item(n).sk });
const generations = (rows: { facts: object }[] = []) =>
  rows.map(({ facts }) => Object.values(facts)[0]);

it('a page of an audit is read beside its interview, and says where the next one begins', async () => {
  const { table, sent } = scriptedTable(
    { Item: { pk } },
    { Items: [item(1), item(2)], LastEvaluatedKey: last(2) },
    { Item: { pk } },
    { Items: [item(3)] },
  );

  const first = await readAuditPage(table, id(1), { limit: 2, after: null });
  const second = await readAuditPage(table, id(1), { limit: 2, after: first?.next ?? null });

  expect([first, second].map((page) => generations(page?.rows))).toEqual([[1, 2], [3]]);
  expect(second?.next).toBeNull();
  expect(sent.map(({ command }) => command)).toEqual([
    'GetItemCommand',
    'QueryCommand',
    'GetItemCommand',
    'QueryCommand',
  ]);
  expect(sent[3]?.input).toMatchObject({ Limit: 2, ExclusiveStartKey: last(2) });
});

it('an interview that is unknown or erased has no audit, even if rows are left', async () => {
  const { table } = scriptedTable({}, { Items: [item(1)] });

  expect(await readAuditPage(table, id(1), { limit: 2, after: null })).toBeNull();
});

it('the newest rows are asked for from the end, and come in their order', async () => {
  const { table, sent } = scriptedTable({ Items: [item(3), item(2)], LastEvaluatedKey: last(2) });

  expect(generations(await readNewestAudit(table, id(1), 2))).toEqual([2, 3]);
  expect(sent[0]?.input).toMatchObject({ Limit: 2, ScanIndexForward: false });
});

it('a whole audit is read page by page, as far as it may be', async () => {
  const pages = [
    { Items: [item(1)], LastEvaluatedKey: last(1) },
    { Items: [item(2)], LastEvaluatedKey: last(2) },
    { Items: [item(3)] },
  ];

  const whole = await readWholeAudit(scriptedTable(...pages).table, id(1), 3);
  const tooLong = await readWholeAudit(scriptedTable(...pages).table, id(1), 2);

  expect(generations(whole ?? [])).toEqual([1, 2, 3]);
  expect(tooLong).toBeNull();
});
