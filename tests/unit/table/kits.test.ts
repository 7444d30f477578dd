import { beforeEach, describe, expect, it } from 'vitest';
import { spentOn } from '../../../shared/domain/cost.ts';
import { ConditionFailed, type Item, transact } from '../../../shared/table/client.ts';
import { listKits } from '../../../shared/table/kit-list.ts';
import { readKitVersion, readNewestVersion } from '../../../shared/table/kit-versions.ts';
import { countUse, putKit, storeKit } from '../../../shared/table/kit-writes.ts';
import { readKit, readKitOfJob } from '../../../shared/table/kits.ts';
import { takeLease, writingKitOf } from '../../../shared/table/leases.ts';
import { readSpending } from '../../../shared/table/spending.ts';
import { aKit, aVersion, aVersionStatus } from '../../support/kits.ts';
import { type MemoryTable, memoryTable } from '../../support/memory-table.ts';
import { aProvenance, id } from '../../support/records.ts';
import { scriptedTable } from '../../support/scripted-client.ts';

const { job_hash } = aKit();
const job_description = 'We store orders in DynamoDB.';

let memory: MemoryTable;
beforeEach(() => {
  memory = memoryTable();
});

const store = (kit_id = id(300), otherwise: 'keep' | 'drop' = 'drop', version = aVersion()) => {
  const kit = aKit({ kit_id });
  return putKit(memory.table, { kit, job_description, version }, otherwise).then(() => kit);
};
const ofJob = () => readKitOfJob(memory.table, job_hash);
const read = async (kit_id = id(300)) => {
  const record = await readKit(memory.table, kit_id);
  if (!record) throw new Error('The kit is gone');
  return record;
};
const archive = async (kit_id: string, archived: boolean) =>
  storeKit(memory.table, (await read(kit_id)).kit, { archived });

describe('a kit', () => {
  it('is stored with its first version, as that of its job', async () => {
    const kit = await store();

    expect(await read()).toEqual({ kit, job_description, uses: new Map() });
    expect(await readKitVersion(memory.table, kit.kit_id, 1)).toEqual(aVersion());
    expect(await ofJob()).toBe(kit.kit_id);
  });

  it('that no one made is none', async () => {
    expect(await readKit(memory.table, id(300))).toBeNull();
    expect(await readKitVersion(memory.table, id(300), 1)).toBeNull();
    expect(await readNewestVersion(memory.table, id(300))).toBeNull();
    expect(await ofJob()).toBeNull();
  });

  it.each(['', 'kit', 'x'.repeat(3_000), `${id(300)}#`])('of the id %j is none', async (kit_id) => {
    await store();

    expect(await readKit(memory.table, kit_id)).toBeNull();
    expect(await readKitVersion(memory.table, kit_id, 1)).toBeNull();
    expect(await readNewestVersion(memory.table, kit_id)).toBeNull();
  });

  it('is found by its id in capitals too', async () => {
    const kit_id = 'abcdefab-0000-4000-8000-000000000300';
    await store(kit_id);

    const capitals = kit_id.toUpperCase();
    expect((await read(capitals)).kit.kit_id).toBe(kit_id);
    expect(await readKitVersion(memory.table, capitals, 1)).toEqual(aVersion());
    expect(await readNewestVersion(memory.table, capitals)).toEqual(aVersion());
  });

  it('is booked on the day of its making, with all uses of a model', async () => {
    const use = aProvenance({ model_id: 'anthropic.claude-haiku-4-5', input_tokens: 1_000_000 });
    const provenance = [use, use];

    await store(id(300), 'drop', aVersion(1, { provenance }));

    const spent = await readSpending(memory.table, aKit().created_at);
    expect(spent).toBeCloseTo(spentOn(provenance), 5);
    expect(spent).toBeGreaterThan(0);
  });

  it('is not made twice with one id', async () => {
    await store();

    await expect(store()).rejects.toBeInstanceOf(ConditionFailed);
  });
});

describe('the kit of a job', () => {
  it('is the first one; a later one is dropped, and nothing of it stored', async () => {
    await store(id(300));
    const before = memory.items();

    await expect(store(id(301))).rejects.toBeInstanceOf(ConditionFailed);

    expect(memory.items()).toEqual(before);
  });

  it('is the first one; a later one that a recruiter asked for is kept beside it', async () => {
    await store(id(300));

    await store(id(301), 'keep');

    expect(await ofJob()).toBe(id(300));
    expect((await read(id(301))).kit.kit_id).toBe(id(301));
  });

  it('is the one that a recruiter asked for if it has none', async () => {
    await store(id(300), 'keep');

    expect(await ofJob()).toBe(id(300));
  });

  it('fails to be stored, and is not stored apart from its job, while the table is down', async () => {
    let down = true;
    memory = memoryTable({
      before: () => {
        if (down) {
          down = false;
          throw new Error('The table is down');
        }
      },
    });

    await expect(store(id(300), 'keep')).rejects.toThrow('The table is down');

    expect(memory.items()).toEqual([]);
  });

  it('is found while another request holds the lease on writing it', async () => {
    await store();
    await takeLease(memory.table, writingKitOf(job_hash), 0);

    expect(await ofJob()).toBe(id(300));
  });

  it('may be made while another request holds that lease, which stays', async () => {
    const work = writingKitOf(job_hash);
    await takeLease(memory.table, work, 0);

    await store(id(300), 'keep');

    expect(await takeLease(memory.table, work, 1)).toBeNull();
  });

  it('is none once it is archived, and the next one that is made takes its place', async () => {
    await store(id(300));
    await archive(id(300), true);
    expect(await ofJob()).toBeNull();

    await store(id(301));

    expect(await ofJob()).toBe(id(301));
  });

  it('is the archived one again when that is taken back, unless there is another', async () => {
    await store(id(300));
    await archive(id(300), true);
    await archive(id(300), false);
    expect(await ofJob()).toBe(id(300));

    await archive(id(300), true);
    await store(id(301));
    await archive(id(300), false);

    expect(await ofJob()).toBe(id(301));
    expect((await read(id(300))).kit.archived).toBe(false);
  });

  it('stays when another kit of the job is archived', async () => {
    await store(id(300));
    await store(id(301), 'keep');

    await archive(id(301), true);

    expect(await ofJob()).toBe(id(300));
    expect((await read(id(301))).kit.archived).toBe(true);
  });
});

describe('a change of a kit', () => {
  const versions = [aVersionStatus(1, 'approved'), aVersionStatus(2)];

  it('adds a version and leaves the ones before as they are', async () => {
    const kit = await store();

    const changed = await storeKit(memory.table, kit, { versions }, aVersion(2, { questions: [] }));

    expect(changed).toEqual({ ...kit, versions, revision: 2 });
    expect((await read()).kit).toEqual(changed);
    expect(await readKitVersion(memory.table, kit.kit_id, 1)).toEqual(aVersion());
  });

  it('is refused to whoever has read an older state, and stores nothing', async () => {
    const kit = await store();
    await storeKit(memory.table, kit, { archived: true });
    const before = memory.items();

    expect(await storeKit(memory.table, kit, { archived: true })).toBeNull();
    expect(await storeKit(memory.table, kit, { versions }, aVersion(2))).toBeNull();

    expect(memory.items()).toEqual(before);
  });

  it('never replaces a version', async () => {
    const kit = await store();

    expect(await storeKit(memory.table, kit, { versions }, aVersion(1))).toBeNull();
    expect((await read()).kit).toEqual(kit);
  });

  it('moves it to the other list and back', async () => {
    await store();
    const listed = () => memory.items().find(({ sk }) => sk === 'KIT')?.gsi1pk;
    const live = listed();

    await archive(id(300), true);
    const archived = listed();
    await archive(id(300), false);

    expect([live, archived, listed()]).toEqual(['KITS#live', 'KITS#archived', 'KITS#live']);
  });
});

describe('the newest version', () => {
  it('is read without its number, the tenth after the ninth', async () => {
    let kit = await store();
    for (let n = 2; n <= 10; n++) {
      const versions = [...kit.versions, aVersionStatus(n)];
      const changed = await storeKit(memory.table, kit, { versions }, aVersion(n));
      if (!changed) throw new Error('The kit was not changed');
      kit = changed;
    }

    expect((await readNewestVersion(memory.table, kit.kit_id))?.version).toBe(10);
    expect((await readKitVersion(memory.table, kit.kit_id, 9))?.version).toBe(9);
  });
});

describe('the uses of a version', () => {
  const used = (version: number, by: 1 | -1) =>
    transact(memory.table, [countUse(memory.table, { kit_id: id(300), version }, by)]);

  it('are the sum of what was counted, over all shards', async () => {
    await store();
    for (let n = 0; n < 40; n++) await used(1, 1);
    for (let n = 0; n < 3; n++) await used(2, 1);
    for (let n = 0; n < 15; n++) await used(1, -1);

    expect((await read()).uses).toEqual(
      new Map([
        [1, 25],
        [2, 3],
      ]),
    );
  });
});

describe('a page of kits', () => {
  const item = (n: number): Item => ({ pk: 'KIT#', sk: 'KIT', ...aKit({ kit_id: id(n) }) });
  const page = { archived: false, limit: 2, after: null };

  it('is asked for newest first, among those in use or those archived', async () => {
    const { table, sent } = scriptedTable({ Items: [] }, { Items: [] });

    await listKits(table, page);
    await listKits(table, { ...page, archived: true });

    expect(sent.map(({ input }) => input)).toMatchObject([
      { ScanIndexForward: false, Limit: 2, ExpressionAttributeValues: { ':kits': 'KITS#live' } },
      { ExpressionAttributeValues: { ':kits': 'KITS#archived' } },
    ]);
  });

  it('says where the next one begins, and that one begins there', async () => {
    const kits = [item(301), item(300)];
    const { table, sent } = scriptedTable({ Items: kits, LastEvaluatedKey: {} }, { Items: [] });

    const { next } = await listKits(table, page);
    const last = await listKits(table, { ...page, after: next });

    expect(next).toMatchObject({ kit_id: id(300), created_at: aKit().created_at });
    expect(sent[1]?.input.ExclusiveStartKey).toEqual({
      pk: `KIT#${id(300)}`,
      sk: 'KIT',
      gsi1pk: 'KITS#live',
      gsi1sk: `${aKit().created_at}#${id(300)}`,
    });
    expect(last).toEqual({ kits: [], next: null });
  });

  it('that is the last one says so, even if it is full', async () => {
    const { table } = scriptedTable({ Items: [item(301), item(300)] });

    expect((await listKits(table, page)).next).toBeNull();
  });
});
