import { describe, expect, it } from 'vitest';
import { keepCompetencies, readCompetencies } from '../../../shared/table/jobs.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { aProvenance } from '../../support/records.ts';

const set = (name: string) => ({
  competencies: [{ id: 'data', name, description: 'Models data.', weight: 1 }],
  provenance: aProvenance(),
});

describe('the competencies of a job', () => {
  it('are none until they are derived', async () => {
    const { table } = memoryTable();

    expect(await readCompetencies(table, 'hash')).toBeNull();
  });

  it('are kept as they were first derived, for every candidate of the job', async () => {
    const { table } = memoryTable();
    const first = await keepCompetencies(table, 'hash', set('first'));

    const second = await keepCompetencies(table, 'hash', set('second'));

    expect(first).toEqual(set('first'));
    expect(second).toEqual(set('first'));
    expect(await readCompetencies(table, 'hash')).toEqual(set('first'));
  });

  it('are one set even when many derive them at once', async () => {
    const { table } = memoryTable();

    const kept = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => keepCompetencies(table, 'hash', set(name))),
    );

    expect(new Set(kept.map(({ competencies }) => competencies[0]?.name)).size).toBe(1);
  });

  it('are not shared with another job', async () => {
    const { table } = memoryTable();
    await keepCompetencies(table, 'hash', set('first'));

    expect(await readCompetencies(table, 'other')).toBeNull();
  });
});
