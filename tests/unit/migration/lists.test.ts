import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { putIntoLists } from '../../../shared/migration/lists.ts';
import { changeInterview } from '../../../shared/table/audit.ts';
import { type Item, type Table, transact } from '../../../shared/table/client.ts';
import { keepEvaluation } from '../../../shared/table/evaluations.ts';
import { keepAssessment } from '../../../shared/table/responses.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { anAssessment, anEvaluation, aQuestion, id } from '../../support/records.ts';
import { evaluated, storeInterview } from '../../support/stored.ts';

const at = '2026-11-23T10:40:00.000Z';
const stages = ['created', 'scheduled', 'in_progress', 'completed'] as const;
type Stage = (typeof stages)[number] | 'cancelled';

/** An interview as this version stores it: with two answers and a follow-up, or evaluated twice. */
const store = async (table: Table, stage: Stage) => {
  const { interview_id } = await storeInterview(table, stage, 2);
  if (stage === 'in_progress') {
    const assessment = anAssessment(4);
    const follow_up = aQuestion(2.5, { id: id(150), follow_up_to: id(104) });
    const { interview } = await evaluated(table);
    await keepAssessment(table, interview, { order: 2, assessment, at, follow_up, allowed: 1 });
  }
  for (const version of stage === 'completed' ? [1, 2] : []) {
    const evaluated_at = `2026-11-2${version + 3}T11:00:00.000Z`;
    const made = anEvaluation({ version, score: 30 * version, evaluated_at });
    await keepEvaluation(table, await evaluated(table), made);
  }
  return interview_id;
};

const listed =
  /^(gsi|revision|link_key_id|answered_|total_|open_|score|recomm|needs_|evalua|linked_|completed_|updated_)/;

/** What is stored without all that is for lists and reports, as an older version had it. */
const asBefore = async (items: Item[]) => {
  const older = memoryTable();
  for (const { pk, sk, ...rest } of items) {
    if (sk === 'COUNTED' || String(pk).startsWith('REPORT#')) continue;
    const kept = Object.entries(rest).filter(([name]) => sk !== 'INTERVIEW' || !listed.test(name));
    const Item = { pk, sk, ...Object.fromEntries(kept) };
    await older.table.client.send(new PutCommand({ TableName: older.table.name, Item }));
  }
  return older;
};

/** What lists show, and what reports count: a day is on several items; costs are on days of their own. */
const shown = (items: Item[]) => {
  const counts: Record<string, number> = {};
  for (const { pk, sk, ...amounts } of items.filter(({ pk }) => String(pk).startsWith('REPORT#'))) {
    for (const [name, by] of Object.entries(amounts)) {
      const key =
        name === 'micro_usd' ? `${pk} ${name}` : `${pk} ${String(sk).slice(0, 10)} ${name}`;
      counts[key] = (counts[key] ?? 0) + Number(by);
    }
  }
  const found = items.find(({ sk }) => sk === 'INTERVIEW') ?? {};
  const { revision: _, updated_at: __, open_requests: ___, ...interview } = found;
  return {
    interview,
    counts: Object.fromEntries(Object.entries(counts).filter(([, by]) => by !== 0)),
  };
};

describe('what an older version stored', () => {
  it.each(stages)('is listed and counted as what this one stores: %s', async (stage) => {
    const { table, items } = memoryTable();
    const interview_id = await store(table, stage);
    const older = await asBefore(items());

    const changed = await putIntoLists(older.table, interview_id, false);

    expect(changed).toBe(true);
    const { interview, counts } = shown(older.items());
    const wanted = shown(items());
    expect(counts).toEqual(wanted.counts);
    expect(interview).toEqual(wanted.interview);
  });

  it('and was cancelled is counted on the day of which the audit knows', async () => {
    const { table, items } = memoryTable();
    const interview_id = await store(table, 'cancelled');

    await putIntoLists(table, interview_id, false);

    const { interview, counts } = shown(items());
    expect(interview).toMatchObject({ cancelled_at: '2026-11-23T09:50:00.000Z' });
    expect(counts).toMatchObject({ 'REPORT#all 2026-11-23 cancelled': 1 });
  });

  it('is counted once, with what this version has added before it was put into lists', async () => {
    const { table, items } = memoryTable();
    const interview_id = await store(table, 'completed');
    const older = await asBefore(items().filter(({ sk }) => sk !== 'EVALUATION#02'));
    const third = anEvaluation({ version: 2, score: 90, evaluated_at: '2026-11-26T11:00:00.000Z' });
    await keepEvaluation(older.table, await evaluated(older.table), third);

    await putIntoLists(older.table, interview_id, false);

    const { counts } = shown(older.items());
    const scores = Object.entries(counts).filter(([name]) => name.includes('score'));
    expect(scores).toEqual([
      ['REPORT#all 2026-11-26 score:9', 1],
      ['REPORT#none 2026-11-26 score:9', 1],
    ]);
    expect(counts).toMatchObject({ 'REPORT#all 2026-11-23 started': 1 });
  });
});

describe('putting into lists', () => {
  it('changes nothing of what this version stores, and nothing the second time', async () => {
    for (const stage of stages) {
      const { table, items } = memoryTable();
      const interview_id = await store(table, stage);
      const older = await asBefore(items());
      await putIntoLists(older.table, interview_id, false);

      const again = [
        await putIntoLists(table, interview_id, false),
        await putIntoLists(older.table, interview_id, false),
        await putIntoLists(older.table, id(999), false),
      ];

      expect(again, stage).toEqual([false, false, false]);
    }
  });

  it('writes nothing when it is to say what it would do', async () => {
    const { table, items } = memoryTable();
    const interview_id = await store(table, 'completed');
    const older = await asBefore(items());
    const before = older.items();

    const would = await putIntoLists(older.table, interview_id, true);

    expect(would).toBe(true);
    expect(older.items()).toEqual(before);
  });

  it('reads an interview again that changes meanwhile', async () => {
    const made = memoryTable();
    const interview_id = await store(made.table, 'scheduled');
    const before = await asBefore(made.items());
    let isOvertaken = false;
    const racing = memoryTable({
      before: async (command) => {
        if (command !== 'TransactWriteItemsCommand' || isOvertaken) return;
        isOvertaken = true;
        const counts = [{ kit_id: null, at, counts: { opened: 1 } }];
        const opened = { set: { opened_at: at }, counts };
        await transact(racing.table, changeInterview(racing.table, interview_id, null, opened));
      },
    });
    for (const Item of before.items()) {
      await racing.table.client.send(new PutCommand({ TableName: racing.table.name, Item }));
    }

    await putIntoLists(racing.table, interview_id, false);

    const { interview, counts } = shown(racing.items());
    expect(interview).toMatchObject({ opened_at: at, total_questions: 3 });
    expect(counts).toMatchObject({
      'REPORT#all 2026-11-23 opened': 1,
      'REPORT#all 2026-11-20 linked': 1,
    });
  });
});
