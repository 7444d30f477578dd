import { beforeEach, describe, expect, it } from 'vitest';
import { type KitFinding, kitOfInterview } from '../../../shared/kits/kit-of-interview.ts';
import { jobHash } from '../../../shared/kits/write-kit.ts';
import { bind } from '../../../shared/table/client.ts';
import { readKitVersion, readNewestVersion } from '../../../shared/table/kit-versions.ts';
import { putKit, storeKit } from '../../../shared/table/kit-writes.ts';
import { readKit, readKitAlone, readKitOfJob } from '../../../shared/table/kits.ts';
import { oneAtATime, takeLease, writingKitOf } from '../../../shared/table/leases.ts';
import { fakeInterviewer } from '../../support/fake-interviewer.ts';
import { aJob, aKit, aKitQuestion, aVersion, aVersionStatus } from '../../support/kits.ts';
import { type MemoryTable, memoryTable } from '../../support/memory-table.ts';
import { id, openNow } from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';

const by = { recruiter: 'recruiter-1' };

let memory: MemoryTable;
let fake: ReturnType<typeof fakeInterviewer>;
let clock: { ms: number };
beforeEach(() => {
  memory = memoryTable();
  fake = fakeInterviewer();
  clock = { ms: openNow };
});

const kits = () => ({
  ...bind(memory.table, {
    readKitOfJob,
    readKitAlone,
    readKitVersion,
    readNewestVersion,
    putKit,
  }),
  interviewer: fake.interviewer,
  oneAtATime: oneAtATime(
    memory.table,
    () => clock.ms,
    async (ms) => {
      // All that wait look again at nearly the same moment.
      clock.ms += ms / 100;
      await new Promise(setImmediate);
    },
  ),
  approved_only: false,
  now: () => clock.ms,
});
const find = (over: Partial<KitFinding> = {}, job: Partial<ReturnType<typeof aJob>> = {}) =>
  kitOfInterview({ ...kits(), ...over }, { ...aJob(), ...job, kit_id: null }, by, {
    at: clock.ms + 20_000,
  });
const own = (kit_id: string, over: Partial<KitFinding> = {}) =>
  kitOfInterview({ ...kits(), ...over }, { ...aJob(), kit_id }, by, { at: clock.ms + 20_000 });

const text = (n: number) => `Question of version ${n}?`;
const version = (n: number) =>
  aVersion(n, { questions: [aKitQuestion(1, { text: text(n), weight: 1 })] });
/** Stores a kit of the job whose versions have these states. */
const store = async (states: ('draft' | 'approved')[], over: Parameters<typeof aKit>[0] = {}) => {
  const kit = aKit(over);
  const stored = { kit, job_description: aJob().job_description, version: version(1) };
  await putKit(memory.table, stored, 'keep');
  const versions = states.map((status, n) => aVersionStatus(n + 1, status));
  let changed = await storeKit(memory.table, kit, { versions });
  for (let n = 2; n <= states.length && changed; n++) {
    changed = await storeKit(memory.table, changed, {}, version(n));
  }
  return kit.kit_id;
};
const stored = () => memory.items().filter(({ sk }) => sk === 'KIT');

describe('the kit of a job that has none', () => {
  it('is written, and stored as a draft by whoever made the link', async () => {
    const { kit_id, content } = await find();

    const read = await readKit(memory.table, kit_id);
    expect(read?.job_description).toBe(aJob().job_description);
    expect(read?.kit).toMatchObject({
      job_hash: jobHash(aJob()),
      job_title: 'Backend Engineer',
      question_count: 3,
      archived: false,
      versions: [
        {
          version: 1,
          status: 'draft',
          created_by: 'recruiter:recruiter-1',
          created_at: new Date(openNow).toISOString(),
          questions: 3,
        },
      ],
    });
    expect(content.version).toBe(1);
    expect(content.provenance.map(({ prompt_version }) => prompt_version)).toEqual([
      'derive',
      'write',
    ]);
    expect(await readNewestVersion(memory.table, kit_id)).toEqual(content);
  });

  it('is that of the next interview too, without a call', async () => {
    const first = await find();
    const calls = fake.asked.length;

    const second = await find();

    expect(second).toEqual(first);
    expect(fake.asked).toHaveLength(calls);
  });

  it.each([
    { job_title: 'Nurse' },
    { job_description: 'We store orders in DynamoDB. ' },
    { ai_interview_type: 'coding' as const },
    { difficulty: 'hard' as const },
    { language: 'de' },
    { question_count: 4 },
  ])('is another one for a job with %j', async (over) => {
    const first = await find();

    const other = await find({}, over);

    expect(other.kit_id).not.toBe(first.kit_id);
    expect(stored()).toHaveLength(2);
  });

  it('is one even if eight links are made at once, and paid for once', async () => {
    const found = await Promise.all(Array.from({ length: 8 }, () => find()));

    for (const one of found) expect(one).toEqual(found[0]);
    expect(stored()).toHaveLength(1);
    expect(fake.asked.map(({ call }) => call)).toEqual(['deriveCompetencies', 'writeQuestions']);
  });

  it('is written by the next request if the model fails the first', async () => {
    const { deriveCompetencies } = fake.interviewer;
    fake.state.fail = 'throttled';
    fake.interviewer.deriveCompetencies = async (...asked) => {
      await new Promise(setImmediate);
      const made = deriveCompetencies(...asked);
      fake.state.fail = null;
      return made;
    };

    const found = await Promise.allSettled([find(), find(), find()]);

    expect(found.map(({ status }) => status).toSorted()).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    expect(stored()).toHaveLength(1);
    expect(fake.times('deriveCompetencies')).toBe(2);
  });

  it('is not waited for longer than there is time', async () => {
    await takeLease(memory.table, writingKitOf(jobHash(aJob())), clock.ms);

    const refusal = await codeOf(
      find({
        oneAtATime: oneAtATime(
          memory.table,
          () => clock.ms,
          async (ms) => {
            clock.ms += ms;
          },
        ),
      }),
    );

    expect(refusal).toBe('conflict');
    expect(fake.asked).toEqual([]);
  });

  it('is the first that was stored if the lease ran out while another was written', async () => {
    const { writeQuestions } = fake.interviewer;
    fake.interviewer.writeQuestions = async (...asked) => {
      fake.interviewer.writeQuestions = writeQuestions;
      clock.ms += 31_000;
      await find();
      return writeQuestions(...asked);
    };

    const late = await find();

    expect(stored()).toHaveLength(1);
    expect(stored()[0]?.kit_id).toBe(late.kit_id);
    expect(await readKitOfJob(memory.table, jobHash(aJob()))).toBe(late.kit_id);
    expect(fake.times('writeQuestions')).toBe(2);
  });

  it('is the recruiter’s if one is made while another is written', async () => {
    const { writeQuestions } = fake.interviewer;
    fake.interviewer.writeQuestions = async (...asked) => {
      await store(['draft']);
      return writeQuestions(...asked);
    };

    expect((await find()).kit_id).toBe(id(300));
    expect(stored()).toHaveLength(1);
  });

  it('passes on what else fails', async () => {
    const putKit = async () => {
      throw new Error('The table is down');
    };

    await expect(find({ putKit })).rejects.toThrow('The table is down');
  });
});

describe('the kit of a job that has one', () => {
  it('is taken in its newest version, without a call', async () => {
    await store(['approved', 'draft']);

    const { content } = await find();

    expect(content).toEqual(version(2));
    expect(fake.asked).toEqual([]);
  });

  it('gives way once it is archived: another is written, and is that of the job', async () => {
    const kit_id = await store(['draft']);
    const read = await readKit(memory.table, kit_id);
    if (read) await storeKit(memory.table, read.kit, { archived: true });

    const written = await find();

    expect(written.kit_id).not.toBe(kit_id);
    expect((await find()).kit_id).toBe(written.kit_id);
    expect(fake.times('writeQuestions')).toBe(1);
  });
});

describe('an interview with a kit of its own', () => {
  it('takes that one, whatever its job has', async () => {
    await store(['draft']);
    await store(['draft', 'draft'], { kit_id: id(301) });

    const { kit_id, content } = await own(id(301));

    expect([kit_id, content]).toEqual([id(301), version(2)]);
    expect(fake.asked).toEqual([]);
  });

  it('goes on with it after it is archived', async () => {
    const kit_id = await store(['draft']);
    const read = await readKit(memory.table, kit_id);
    if (read) await storeKit(memory.table, read.kit, { archived: true });

    expect((await own(kit_id)).kit_id).toBe(kit_id);
  });

  it('never takes another one in the place of one that is missing', async () => {
    await expect(own(id(399))).rejects.toThrow('missing');
    expect(fake.asked).toEqual([]);
  });
});

describe('where only approved versions may be used', () => {
  const approved_only = true;

  it.each([
    [['approved', 'approved', 'draft'] as const, 2],
    [['approved', 'draft', 'draft'] as const, 1],
    [['draft', 'draft', 'approved'] as const, 3],
  ])('of %j the newest approved one is taken', async (states, n) => {
    const kit_id = await store([...states]);

    expect((await find({ approved_only })).content).toEqual(version(n));
    expect((await own(kit_id, { approved_only })).content).toEqual(version(n));
  });

  it.each([
    ['the job’s kit', () => find({ approved_only })],
    ['the interview’s own', () => own(id(300), { approved_only })],
  ])('a link is refused if no version of %s is', async (_name, look) => {
    await store(['draft', 'draft']);

    expect(await codeOf(look)).toBe('kit_not_approved');
  });

  it('a link is refused if the job has no kit, and none is written', async () => {
    expect(await codeOf(find({ approved_only }))).toBe('kit_not_approved');

    expect(fake.asked).toEqual([]);
    expect(memory.items()).toEqual([]);
  });
});

describe('the hash of a job', () => {
  const job = aJob();

  it('is the same for the same job, in whatever order its parts are given', () => {
    const turned = Object.fromEntries(Object.entries(job).toReversed());

    expect(jobHash({ ...job, ...turned })).toBe(jobHash(job));
    expect(jobHash({ ...turned, ...job })).toBe(jobHash(job));
  });

  it.each([
    { job_title: 'Engineer' },
    { job_description: 'We store orders' },
    { ai_interview_type: 'coding' as const },
    { difficulty: 'hard' as const },
    { language: 'de' },
    { question_count: 4 },
    { job_title: `${job.job_title}"`, job_description: `,"${job.job_description}` },
  ])('changes with %j', (over) => {
    expect(jobHash({ ...job, ...over })).not.toBe(jobHash(job));
  });

  it('is not fooled by text that moves from one field to the next', () => {
    const one = jobHash({ ...job, job_title: 'A', job_description: 'B C' });
    const other = jobHash({ ...job, job_title: 'A B', job_description: 'C' });

    expect(one).not.toBe(other);
  });

  it('leaves out what does not belong to the job', () => {
    const interview = { ...job, candidate_name: 'Ada', candidate_email: 'ada@example.com' };

    expect(jobHash(interview)).toBe(jobHash(job));
  });
});
