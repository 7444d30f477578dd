import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIndex, interviewPk, jobPk, kindOf, readFrom, sk } from '../../../shared/table/keys.ts';
import { anInterview, id } from '../../support/records.ts';

const long = [
  sk.accommodation(id(1)),
  sk.audit('2026-11-23T10:00:00.000Z', id(1)),
  sk.brief,
  sk.draft(15),
  sk.draft(15.5),
];
const short = [
  sk.evaluation(1),
  sk.interview,
  sk.link,
  sk.question(1),
  sk.response(15.5),
  sk.session,
];

describe('the keys of an interview', () => {
  it('put what is long or many before what a candidate’s request reads', () => {
    for (const key of long) expect(key < readFrom.interview).toBe(true);
    for (const key of short) expect(key >= readFrom.interview).toBe(true);
  });

  it.each([
    ['interview', short],
    ['draft', [sk.draft(15), sk.draft(15.5), ...short]],
    ['brief', [sk.brief, sk.draft(15), sk.draft(15.5), ...short]],
    ['audit', [...long.slice(1), ...short]],
  ] as const)('let a query from %s on return what it needs', (part, wanted) => {
    const brought = [...long, ...short].filter((key) => key >= readFrom[part]);

    expect(brought).toEqual(expect.arrayContaining([...wanted]));
    expect(part === 'audit' || brought.length === wanted.length).toBe(true);
  });

  it('put questions, answers and drafts in the candidate’s order, follow-ups in between', () => {
    const orders = Array.from({ length: 15 }, (_, n) => [n + 1, n + 1.5]).flat();

    for (const key of [sk.question, sk.response, sk.draft]) {
      const keys = orders.map((order) => key(order));
      expect(keys.toSorted()).toEqual(keys);
    }
  });

  it('put evaluations in the order of their versions', () => {
    const keys = Array.from({ length: 99 }, (_, n) => sk.evaluation(n + 1));

    expect(keys.toSorted()).toEqual(keys);
  });

  it('put audit rows in order of time', () => {
    const date = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });

    fc.assert(
      fc.property(date, date, fc.uuid(), (one, other, uuid) => {
        fc.pre(one.getTime() < other.getTime());

        expect(sk.audit(one.toISOString(), uuid) < sk.audit(other.toISOString(), id(0))).toBe(true);
      }),
    );
  });

  it('are all different', () => {
    expect(new Set([...long, ...short]).size).toBe(long.length + short.length);
  });

  it('say what kind of item they name', () => {
    const kinds = [...long, ...short].map(kindOf);

    expect(kinds).toEqual([
      'ACCOMMODATION',
      'AUDIT',
      'BRIEF',
      'DRAFT',
      'DRAFT',
      'EVALUATION',
      'INTERVIEW',
      'LINK',
      'QUESTION',
      'RESPONSE',
      'SESSION',
    ]);
  });

  it('keep interviews and jobs apart', () => {
    expect(interviewPk(id(1))).toBe(`INTERVIEW#${id(1)}`);
    expect(jobPk('abc')).toBe('JOB#abc');
  });
});

describe('the index by day', () => {
  it('lists an interview on the UTC day of its start, in order of time', () => {
    const early = dayIndex(anInterview({ starts_at: '2026-11-23T09:00:00Z' }));
    const late = dayIndex(anInterview({ starts_at: '2026-11-23T23:30:00Z' }));

    expect(early.gsi1pk).toBe('DAY#2026-11-23');
    expect(late.gsi1pk).toBe('DAY#2026-11-23');
    expect(String(early.gsi1sk) < String(late.gsi1sk)).toBe(true);
  });

  it('leaves out an interview without a start time', () => {
    expect(dayIndex(anInterview({ starts_at: null, ends_at: null }))).toEqual({});
  });
});
