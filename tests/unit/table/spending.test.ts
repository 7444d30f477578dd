import { describe, expect, it } from 'vitest';
import { spentOn } from '../../../shared/domain/cost.ts';
import { type Table, transact } from '../../../shared/table/client.ts';
import { readInterview } from '../../../shared/table/interviews.ts';
import { bookUnused, readSpending, spend } from '../../../shared/table/spending.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { aProvenance, id } from '../../support/records.ts';
import { storeInterview } from '../../support/stored.ts';

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

describe('what led to nothing', () => {
  const used = [aProvenance({ evaluator: 'bedrock', input_tokens: 1_000, output_tokens: 100 })];
  const unusedOf = async (table: Table) => (await readInterview(table, id(1)))?.unused;

  it.each([
    ['replies', used, 0],
    ['sound alone', [], 0.5],
    ['replies and sound', used, 0.5],
  ])('is booked on its day and on its interview: %s', async (_name, replies, voice_usd) => {
    const { table } = memoryTable();
    await storeInterview(table, 'scheduled');
    const before = await readSpending(table, at);

    await bookUnused(table, id(1), replies, at, voice_usd);

    const usd = spentOn(replies) + voice_usd;
    expect((await readSpending(table, at)) - before).toBeCloseTo(usd, 6);
    expect((await unusedOf(table))?.micro_usd).toBeCloseTo(usd * 1e6, 0);
  });

  it('and cost nothing is not written', async () => {
    const { table, items } = memoryTable();

    await bookUnused(table, id(1), [], at);

    expect(items()).toEqual([]);
  });
});
