import { describe, expect, it } from 'vitest';
import { createInterview, readInterview } from '../../../shared/table/interviews.ts';
import { putResponse } from '../../../shared/table/responses.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { anInterview, aResponse, id } from '../../support/records.ts';
import { scriptedTable } from '../../support/scripted-client.ts';
import { storeInterview } from '../../support/stored.ts';

describe('a stored interview', () => {
  it('is read with one query', async () => {
    const { table, sent } = scriptedTable({ Items: [] });

    await readInterview(table, id(1));

    expect(sent.map(({ command }) => command)).toEqual(['QueryCommand']);
  });

  it('is read by its id in any case', async () => {
    const { table } = memoryTable();
    const { interview_id } = await storeInterview(table, 'created');

    const record = await readInterview(table, interview_id.toUpperCase());

    expect(record?.interview.interview_id).toBe(interview_id);
  });

  it('is null if there is none', async () => {
    const { table } = memoryTable();

    expect(await readInterview(table, id(9))).toBeNull();
  });

  it.each(['', 'x', '../1', 'INTERVIEW', `${id(1)}#`])(
    'is null for the invalid id %j, without reading the table',
    async (wanted) => {
      const { table, sent } = scriptedTable();

      expect(await readInterview(table, wanted)).toBeNull();
      expect(sent).toEqual([]);
    },
  );

  it.each([
    ['a candidate’s request', 'interview', { brief: false, audit: false }],
    ['drafts', 'draft', { brief: false, audit: false }],
    ['question generation', 'brief', { brief: true, audit: false }],
    ['a recruiter', 'audit', { brief: true, audit: true }],
  ] as const)('is read for %s with only what that needs', async (_name, from, wanted) => {
    const { table } = memoryTable();
    const { interview_id } = await storeInterview(table, 'in_progress');

    const record = await readInterview(table, interview_id, from);

    expect(record?.brief !== null).toBe(wanted.brief);
    expect((record?.audit.length ?? 0) > 0).toBe(wanted.audit);
    expect(record?.questions.map(({ order }) => order)).toEqual([1, 2, 3]);
    expect(record?.link).not.toBeNull();
    expect(record?.session).not.toBeNull();
  });

  it('keeps questions and answers in the candidate’s order, however they came', async () => {
    const { table } = memoryTable();
    const { interview_id, link } = await storeInterview(table, 'in_progress');
    for (const order of [3, 1, 2]) {
      const response = aResponse(order);
      await putResponse(table, anInterview(), { response, link_id: link.link_id });
    }

    const record = await readInterview(table, interview_id);

    expect(record?.responses.map(({ order }) => order)).toEqual([1, 2, 3]);
    expect(record?.session?.answered).toBe(3);
  });

  it('returns text as it was stored', async () => {
    const { table } = memoryTable();
    const { interview_id, link } = await storeInterview(table, 'in_progress');
    const response = aResponse(1, { response_text: '🙂 e\u0301 \u0645\r\n\t ' });
    await putResponse(table, anInterview(), { response, link_id: link.link_id });

    const record = await readInterview(table, interview_id);

    expect(record?.responses[0]).toEqual(response);
  });

  it('that does not fit its schema fails the read', async () => {
    const { table } = scriptedTable({ Items: [{ sk: 'INTERVIEW', status: 'done' }] });

    await expect(readInterview(table, id(1))).rejects.toThrow();
  });
});

describe('a new interview', () => {
  const by = { recruiter: 'recruiter-1' };
  const brief = { job_description: 'We store orders.', resume_text: 'Ten years.' };

  it('is stored with its brief and its audit row', async () => {
    const { table, items } = memoryTable();

    await createInterview(table, { interview: anInterview({ status: 'scheduled' }), brief, by });

    expect(items()).toMatchObject([
      {
        sk: expect.stringMatching(/^AUDIT#/),
        event: 'interview_created',
        actor: 'recruiter:recruiter-1',
      },
      { sk: 'BRIEF', ...brief },
      { sk: 'INTERVIEW', status: 'scheduled', gsi1pk: 'INTERVIEWS#scheduled#0' },
    ]);
  });

  it('never overwrites another', async () => {
    const { table, items } = memoryTable();
    const interview = anInterview({ status: 'scheduled' });
    await createInterview(table, { interview, brief, by });
    const before = items();

    const again = createInterview(table, {
      interview: { ...interview, candidate_name: 'Eve' },
      brief,
      by,
    });

    await expect(again).rejects.toThrow('condition');
    expect(items()).toEqual(before);
  });

  it('leaves name, address and résumé out of the audit', async () => {
    const { table, items } = memoryTable();

    await createInterview(table, { interview: anInterview({ status: 'scheduled' }), brief, by });

    const audit = JSON.stringify(items()[0]);
    expect(audit).not.toMatch(/Ada|ada@|Ten years|orders/);
  });
});
