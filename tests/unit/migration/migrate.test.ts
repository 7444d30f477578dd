import { expect, it } from 'vitest';
import { migrate, migrateOnce } from '../../../shared/migration/migrate.ts';
import { createInterview } from '../../../shared/table/interviews.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { anInterview, id } from '../../support/records.ts';

it('A run that is stopped after a failure begins at it again, and is done only without one', async () => {
  let broken = false;
  const { table } = memoryTable({
    before: (command) => {
      if (broken && command === 'QueryCommand') throw new Error('it cannot be read');
    },
  });
  const brief = { job_description: 'We store orders.', resume_text: null };
  for (const n of [1, 2]) {
    const interview = anInterview({ interview_id: id(n) });
    await createInterview(table, { interview, brief, by: { recruiter: 'r-1' } });
  }
  broken = true;

  const stopped = migrate(table, {
    onPage: ({ seen, failed }) => {
      broken = failed.length === 0;
      if (seen === 2) throw new Error('the process ends');
    },
  });
  await expect(stopped).rejects.toThrow('the process ends');
  const again = await migrateOnce(table);

  expect(again).toMatchObject({ seen: 2, failed: [] });
  expect(await migrateOnce(table)).toBeNull();
});
