import { describe, expect, it } from 'vitest';
import { transact } from '../../../shared/table/client.ts';
import { readSpending, spend } from '../../../shared/table/spending.ts';
import { memoryTable } from '../../support/memory-table.ts';

const at = '2026-11-23T23:59:59.999Z';

describe('the spending of a day', () => {
  it('is zero at first', async () => {
    const { table } = memoryTable();

    expect(await readSpending(table, at)).toBe(0);
  });

  it('is the sum of what was booked on it, over all shards', async () => {
    const { table } = memoryTable();
    for (let n = 0; n < 50; n++) await transact(table, spend(table, 0.002, at));

    expect(await readSpending(table, at)).toBeCloseTo(0.1, 6);
  });

  it('is booked on the UTC day', async () => {
    const { table } = memoryTable();
    await transact(table, spend(table, 1, at));

    expect(await readSpending(table, '2026-11-23T00:00:00.000Z')).toBe(1);
    expect(await readSpending(table, '2026-11-24T00:00:00.000Z')).toBe(0);
  });

  it('rounds the smallest amount up, never below what was spent', async () => {
    const { table } = memoryTable();
    await transact(table, spend(table, 1e-9, at));

    expect(await readSpending(table, at)).toBe(1e-6);
  });

  it.each([0, -1, Number.NaN])('is not changed by %d dollars', (usd) => {
    const { table } = memoryTable();

    expect(spend(table, usd, at)).toEqual([]);
  });
});
