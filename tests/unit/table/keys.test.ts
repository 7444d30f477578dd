import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  interviewIndex,
  interviewPk,
  jobPk,
  kindOf,
  readFrom,
  sk,
} from '../../../shared/table/keys.ts';
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

describe('the lists of interviews', () => {
  it('hold an interview at its start, the latest last, and those without one before all others', () => {
    const place = (over: object) => interviewIndex(anInterview(over)).gsi1sk;
    const none = place({ starts_at: null, ends_at: null });
    const early = place({ starts_at: '2026-11-23T09:00:00Z' });
    const later = place({ starts_at: '2026-11-23T09:00:00.5Z' });

    expect([later, none, early].toSorted()).toEqual([none, early, later]);
  });

  it('are one for each status, and one for what was not started in its window', () => {
    const list = (over: object) => interviewIndex(anInterview(over)).gsi1pk.split('#')[1];

    expect(list({ status: 'scheduled' })).toBe('scheduled');
    expect(list({ status: 'scheduled', expired_at: '2026-11-23T13:00:00.000Z' })).toBe('expired');
    expect(list({ status: 'completed', expired_at: '2026-11-23T13:00:00.000Z' })).toBe('completed');
  });

  it('find an address however it is written, and do not spell it out', () => {
    const key = (candidate_email: string) =>
      interviewIndex(anInterview({ candidate_email })).gsi2pk;

    expect(key(' ADA@Example.com')).toBe(key('ada@example.com'));
    expect(key('ada@example.com')).not.toBe(key('bob@example.com'));
    expect(key('ada@example.com')).not.toMatch(/ada|example/);
  });
});
