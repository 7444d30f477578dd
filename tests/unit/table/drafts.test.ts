import { describe, expect, it } from 'vitest';
import { ConditionFailed } from '../../../shared/table/client.ts';
import { putDraft } from '../../../shared/table/drafts.ts';
import { readInterview } from '../../../shared/table/interviews.ts';
import { putResponse } from '../../../shared/table/responses.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { aLink, anInterview, aQuestion, aResponse, id } from '../../support/records.ts';
import { storeInterview } from '../../support/stored.ts';

const link_id = aLink().link_id;
const draft = (version: number, text = 'typed') => ({
  question_id: aQuestion(1).id,
  order: 1,
  text,
  version,
  saved_at: '2026-11-23T10:05:00.000Z',
});
const started = async () => {
  const memory = memoryTable();
  await storeInterview(memory.table, 'in_progress');
  const save = (version: number, text?: string, link = link_id) =>
    putDraft(memory.table, id(1), { draft: draft(version, text), link_id: link });
  const kept = async () => (await readInterview(memory.table, id(1), 'draft'))?.drafts;
  return { ...memory, save, kept };
};

describe('a draft', () => {
  it('is kept, and a newer one replaces it', async () => {
    const { save, kept } = await started();

    await save(1, 'one');
    await save(5, 'two');

    expect(await kept()).toEqual([draft(5, 'two')]);
  });

  it.each([
    ['older than', 4],
    ['as old as', 5],
  ])('that is %s the stored one is refused', async (_name, version) => {
    const { save, kept } = await started();
    await save(5, 'newer');

    await expect(save(version, 'older')).rejects.toBeInstanceOf(ConditionFailed);

    expect(await kept()).toEqual([draft(5, 'newer')]);
  });

  it('is deleted with the answer, and none is stored after it', async () => {
    const { table, save, kept } = await started();
    await save(1);

    await putResponse(table, anInterview(), { response: aResponse(1), link_id });

    expect(await kept()).toEqual([]);
    await expect(save(2)).rejects.toBeInstanceOf(ConditionFailed);
  });

  it('is refused with a replaced link', async () => {
    const { save } = await started();

    await expect(save(1, 'typed', 'f'.repeat(32))).rejects.toBeInstanceOf(ConditionFailed);
  });

  it.each(['scheduled', 'completed'] as const)(
    'is refused while the interview is %s',
    async (status) => {
      const { table } = memoryTable();
      await storeInterview(table, status);

      const saved = putDraft(table, id(1), { draft: draft(1), link_id });

      await expect(saved).rejects.toBeInstanceOf(ConditionFailed);
    },
  );
});
