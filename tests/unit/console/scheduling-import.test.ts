import { describe, expect, it } from 'vitest';
import { TalaroError } from '../../../client/error.ts';
import { readPeople } from '../../../client/people-csv.ts';
import type { NewInterview } from '../../../client/person-check.ts';
import type { Client } from '../../../client/types.ts';
import {
  batchesOf,
  makeAll,
  type Outcome,
  outcomeOf,
  type Plan,
} from '../../../web/console/screens/scheduling/batches.ts';
import {
  resultsFile,
  rowsFile,
  templateFile,
} from '../../../web/console/screens/scheduling/import-files.ts';
import {
  changed,
  type ForAll,
  openColumns,
  rowCheck,
  rowsByTab,
  rowsOf,
} from '../../../web/console/screens/scheduling/import-rows.ts';
import {
  actionWords,
  faultOf,
  standing,
  tallyOf,
  tallyWords,
} from '../../../web/console/screens/scheduling/import-words.ts';

const now = new Date('2026-11-25T13:05:00Z');
const zone = 'Europe/Berlin';
const kit_id = '0d9de4a2-5f0f-4bc4-9d4a-6f5a2f3f9f10';
const kits = [{ kit_id, job_title: 'Nurse' }];
const forAll: ForAll = {
  zone,
  kit_id,
  starts: '2026-12-01T08:00',
  ends: '2026-12-03T20:00',
  links: true,
};
const nothing = { kits: [], zone, now };
const rowsIn = (lines: string[]) =>
  rowsOf(readPeople(['name,email,kit,starts,ends', ...lines].join('\n'), nothing));
const check = (part: Partial<ForAll> = {}) => rowCheck({ ...forAll, ...part }, { zone, kits, now });

describe('the rows of a file', () => {
  it('take what holds for all where they say nothing', () => {
    const [bare, own] = check()(
      rowsIn(['Ada,ada@example.com,,,', 'Bo,bo@example.com,nurse,2026-12-05 09:00,']),
    );

    expect(bare?.interview).toMatchObject({
      ...{ kit_id, starts_at: '2026-12-01T07:00:00Z', ends_at: '2026-12-03T19:00:00Z' },
    });
    expect(own?.interview).toMatchObject({ kit_id, starts_at: '2026-12-05T08:00:00Z' });
    expect(own?.interview?.ends_at).toBeNull();
  });

  it('are checked again when they are changed, and only those', () => {
    const checkRows = check();
    const rows = rowsIn(['Ada,ada@,,,', 'Bo,bo@example.com,,,']);
    const before = checkRows(rows);
    const [ada, bo] = rows;
    if (!ada || !bo) throw new Error('There are two rows');

    const mended = changed(ada, { candidate_email: 'ada@example.com' });
    const after = checkRows([mended, bo]);

    expect(before[0] && faultOf(before[0])).toBe(
      'Row 1, Ada: The address is not an e-mail address',
    );
    expect(after.map(({ interview }) => interview !== null)).toEqual([true, true]);
    expect(after[1]?.interview).toBe(before[1]?.interview);
    // It stays where it was mended.
    expect(rowsByTab(after).fix.map(({ row }) => row)).toEqual([1]);
    expect(after[0] && [...openColumns(after[0])]).toEqual(['candidate_email']);
  });

  it('are left out with what they repeat', () => {
    const rows = rowsIn(['Ada,ada@example.com,,,', 'Ada,ADA@example.com,,,']);
    const out = rows.map((row) => ({ ...row, isLeftOut: row.row === 1 }));

    expect(check()(rows).map(({ repeats }) => repeats)).toEqual([null, 1]);
    expect(check()(out).map(({ repeats }) => repeats)).toEqual([null, null]);
    expect(rowsByTab(check()(out)).ready.map(({ row }) => row)).toEqual([2]);
  });

  it('that are torn are mended by no change of a cell', () => {
    const [torn] = rowsIn(['Ada,ada@example.com,,,,more']);
    if (!torn) throw new Error('There is a row');

    const [after] = check()([changed(torn, { candidate_name: 'Ada' })]);

    expect(after?.problems.map(({ message }) => message)).toEqual([
      'The row has more cells than the header; put quotation marks around a comma',
    ]);
  });

  it('can be read again from the file of those to fix, with formulas as text', () => {
    const rows = rowsIn(['=HYPERLINK("http://x"),ada@,,,']);

    const file = rowsFile(rows);
    const again = readPeople(file, nothing);

    expect(file).toContain(`'=HYPERLINK`);
    expect(again.people.map(({ values }) => values.candidate_email)).toEqual(['ada@']);
  });

  it('are shown by a template that has no problem of its own', () => {
    const rows = rowsOf(readPeople(templateFile(now), nothing));
    const [row] = rowCheck(forAll, {
      zone,
      kits: [{ kit_id, job_title: 'Title of a kit' }],
      now,
    })(rows);

    expect(row?.problems).toEqual([]);
    expect(row?.interview).not.toBeNull();
  });

  it('are counted in words', () => {
    expect(standing(27, 3, 0)).toBe('27 ready, 3 to fix');
    expect(standing(1, 0, 2)).toBe('1 ready, 2 left out');
    expect(actionWords(1, false)).toBe('Create 1 interview');
    expect(actionWords(27, true)).toBe('Create 27 interviews with links');
  });
});

const interview = (row: number, more: Partial<NewInterview> = {}): NewInterview => ({
  candidate_name: `Person ${row}`,
  candidate_email: `person${row}@example.com`,
  kit_id,
  ...more,
});
const planOf = (count: number, more: Partial<NewInterview> = {}): Plan => ({
  id: 'plan',
  links: true,
  rows: Array.from({ length: count }, (_, index) => ({
    row: index + 1,
    interview: interview(index + 1, more),
  })),
});

describe('a plan', () => {
  it('is sent in parts that are always the same, each under a key of its own', () => {
    const batches = batchesOf(planOf(45));

    expect(batches.map(({ key, rows }) => [key, rows.length])).toEqual([
      ['plan.0', 20],
      ['plan.1', 20],
      ['plan.2', 5],
    ]);
    expect(batchesOf(JSON.parse(JSON.stringify(planOf(45))))).toEqual(batches);
  });

  it('has no part that is too large to be taken', () => {
    const long = '😀'.repeat(50_000);
    const batches = batchesOf(planOf(45, { resume_text: long, job_description: long }));
    const bytes = batches.map(({ rows }) => Buffer.byteLength(JSON.stringify(rows)));

    expect(Math.max(...bytes)).toBeLessThan(4_100_000);
    expect(batches.flatMap(({ rows }) => rows)).toHaveLength(45);
  });
});

type Answer = Awaited<ReturnType<Client['createInterviews']>>['results'][number];

const made = (index: number, error?: Answer['error']): Answer =>
  ({
    index,
    status: error ? 503 : 201,
    ...(error?.code !== 'invalid_input' && { interview: { interview_id: `id-${index}` } }),
    ...(!error && { link: { public_interview_url: `https://x/${index}/`, expires_at: '2026' } }),
    ...(error && { error: { retry_after: 0, ...error } }),
  }) as Answer;
const later = { error: 'There was no time left', code: 'unavailable' };
const refused = { error: 'Invalid', code: 'invalid_input' };

/** Makes a plan with a server that answers with what is given, then with success. */
const making = async (
  plan: Plan,
  answers: (Answer[] | Error)[],
  known = new Map<number, Outcome>(),
) => {
  const keys: (string | undefined)[] = [];
  const stopping = new AbortController();
  const failure = await makeAll(plan, {
    known,
    signal: stopping.signal,
    onOutcomes: (outcomes) => {
      for (const outcome of outcomes) known.set(outcome.row, outcome);
    },
    talaro: {
      createInterviews: async ({ interviews }, options) => {
        keys.push(options?.idempotency_key);
        const answer = answers.shift();
        if (answer instanceof Error) throw answer;
        return { results: answer ?? interviews.map((_, index) => made(index)) };
      },
    },
  }).catch((error: unknown) => error);
  return { keys, known, failure };
};

describe('the making of a plan', () => {
  it('sends a part again under its key for the rows that time did not reach', async () => {
    const { keys, known } = await making(planOf(2), [[made(0), made(1, later)]]);

    expect(keys).toEqual(['plan.0', 'plan.0']);
    expect(tallyOf(known)).toEqual({ created: 2, linked: 2, refused: 0, open: 0 });
  });

  it('gives a part up for now that brings nothing new, and goes on with the next', async () => {
    const vain = Array.from({ length: 5 }, () => [made(0, later)]);
    const plan = planOf(21);

    const { keys, known } = await making(plan, vain);

    expect(keys).toEqual([...Array.from({ length: 5 }, () => 'plan.0'), 'plan.1']);
    expect(tallyOf(known)).toMatchObject({ open: 1, linked: 1 });
  });

  it('goes on after a lost connection with what is not settled', async () => {
    const lost = new TalaroError('No answer', { code: 'unreachable', status: 0 });
    const plan = planOf(45);
    const first = Array.from({ length: 20 }, (_, index) => made(index));

    const before = await making(plan, [first, lost]);
    const after = await making(plan, [], before.known);

    expect([before.failure, before.keys]).toEqual([lost, ['plan.0', 'plan.1']]);
    expect([after.failure, after.keys]).toEqual([undefined, ['plan.1', 'plan.2']]);
    expect(tallyWords(tallyOf(after.known), true)).toBe('45 created, all with a link');
  });

  it('tries once more, when it is told to, what was created without its link', async () => {
    const unmade = { error: 'No model', code: 'ai_unavailable' };

    const before = await making(planOf(2), [[made(0, unmade), made(1, refused)]]);
    const after = await making(planOf(2), [[made(0), made(1, refused)]], new Map(before.known));
    const again = await making(planOf(2), [], new Map(after.known));

    expect([before.keys, after.keys, again.keys]).toEqual([['plan.0'], ['plan.0'], []]);
  });

  it('says of each row what came of it, in its words and in a file', async () => {
    const plan = planOf(4);
    const issues = [{ path: 'kit_id', message: 'kit_id is not one of your kits' }];
    const unmade = { error: 'Failed to generate AI interview link: =1+1', code: 'ai_unavailable' };

    const { known } = await making(plan, [
      [made(0), made(1, { ...refused, issues }), made(2, unmade), made(3, unmade)],
    ]);
    known.delete(4);
    const lines = resultsFile(plan, known).trim().split('\r\n');

    expect(tallyWords(tallyOf(known), true)).toBe('2 created, 1 with a link, 1 refused');
    expect(outcomeOf(made(1, { ...refused, issues }), 2).error).toBe(
      'kit_id is not one of your kits',
    );
    expect(lines).toEqual([
      'row,candidate_name,candidate_email,interview_id,link,link_stops_at,error',
      '1,Person 1,person1@example.com,id-0,https://x/0/,2026,',
      '2,Person 2,person2@example.com,,,,kit_id is not one of your kits',
      '3,Person 3,person3@example.com,id-2,,,Failed to generate AI interview link: =1+1',
      '4,Person 4,person4@example.com,,,,Not sent',
    ]);
  });
});
