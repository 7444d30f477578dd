import { describe, expect, it, vi } from 'vitest';
import { NewInterview } from '../../../shared/contract/endpoints/create-interview.ts';
import { endpoints } from '../../../shared/contract/endpoints.ts';
import { createInterview } from '../../../shared/interviews/create-interview.ts';
import type { KitRecord } from '../../../shared/table/kits.ts';
import { aJob, aKit, aVersionStatus } from '../../support/kits.ts';
import { openNow } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';

const wanted = {
  candidate_name: 'Ada Lovelace',
  candidate_email: 'ada@example.com',
  job_title: 'Backend Engineer',
  job_description: 'We store orders.',
};
const schedule = async (over: object = {}, kit: KitRecord | null = null, approved_only = false) => {
  const deps = {
    store: vi.fn(async () => undefined),
    readKit: vi.fn(async () => kit),
    approved_only,
    readInterview: async () => null,
    idsBehind: async () => null,
    now: () => openNow,
  };
  const sent = NewInterview.parse({ ...wanted, ...over });
  const { body: made } = await createInterview(deps, { recruiter: 'r-1' }, sent);
  return { deps, made };
};

describe('scheduling an interview', () => {
  it('gives it an id and returns what the schema defines', async () => {
    const { made } = await schedule({ resume_text: 'Ten years.' });

    const view = endpoints.createInterview.response.parse(made);

    expect(view).toMatchObject({
      ...wanted,
      id: view.interview_id,
      resume_text: 'Ten years.',
      status: 'scheduled',
      created_at: '2026-11-23T10:05:00.000Z',
      question_count: 5,
      language: 'en-US',
      difficulty: 'medium',
      ai_interview_type: null,
      kit_id: null,
      decision_by: null,
    });
  });

  it('stores the brief apart from the interview and records who scheduled it', async () => {
    const { deps, made } = await schedule();

    expect(deps.store).toHaveBeenCalledWith({
      interview: expect.not.objectContaining({ job_description: expect.anything() }),
      brief: { job_description: 'We store orders.', resume_text: null },
      by: { recruiter: 'r-1' },
      request: null,
    });
    expect(made.resume_text).toBeNull();
  });

  it.each([
    [
      'after an hour if no end is given',
      { starts_at: '2026-11-23T23:30:00Z' },
      '2026-11-24T00:30:00Z',
    ],
    [
      'after an hour of real time when the clocks go back',
      { starts_at: '2026-10-25T02:30:00+02:00' },
      '2026-10-25T01:30:00Z',
    ],
    [
      'at the given end',
      { starts_at: '2026-11-23T10:00:00Z', ends_at: '2026-11-23T12:00:00+01:00' },
      '2026-11-23T11:00:00Z',
    ],
    ['at no known time if it has no start', {}, null],
  ])('ends it %s', async (_name, times, ends_at) => {
    const { made } = await schedule(times);

    expect(made.ends_at).toBe(ends_at);
  });

  it('never gives the same id twice', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await schedule()).made.id),
    );

    expect(new Set(ids).size).toBe(20);
  });

  it('takes no start so late that the end could not be read again', async () => {
    const { made } = await schedule({ starts_at: '9998-12-31T23:59:59Z' });
    const tooLate = NewInterview.safeParse({ ...wanted, starts_at: '9999-01-01T00:00:00Z' });

    expect(endpoints.createInterview.response.parse(made).ends_at).toBe('9999-01-01T00:59:59Z');
    expect(tooLate.success).toBe(false);
  });
});

describe('scheduling an interview with a kit', () => {
  const person = { candidate_name: 'Ada Lovelace', candidate_email: 'ada@example.com' };
  const kit_id = aKit().kit_id;
  const record = (over: Parameters<typeof aKit>[0] = {}): KitRecord => ({
    kit: aKit(over),
    job_description: aJob().job_description,
    uses: new Map(),
  });
  const withKit = async (over: object = {}, kit: KitRecord | null = record()) =>
    schedule({ job_title: undefined, job_description: undefined, kit_id, ...over }, kit);

  it('takes everything about the job from it, and as many questions as its newest version has', async () => {
    const versions = [aVersionStatus(1), { ...aVersionStatus(2), questions: 2 }];

    const { made, deps } = await withKit({}, record({ versions, difficulty: 'hard' }));

    expect(made).toMatchObject({
      ...person,
      ...aJob(),
      difficulty: 'hard',
      kit_id,
      question_count: 2,
    });
    expect(deps.readKit).toHaveBeenCalledExactlyOnceWith(kit_id);
  });

  it.each([
    ['approved', aVersionStatus(1, 'approved'), 3],
    ['at all, while none is approved', aVersionStatus(1), 2],
  ])(
    'takes the number of the newest version %s where only those may be used',
    async (_name, first, question_count) => {
      const versions = [first, { ...aVersionStatus(2), questions: 2 }];
      const sent = { job_title: undefined, job_description: undefined, kit_id, ...person };

      const { made } = await schedule(sent, record({ versions }), true);

      expect(made.question_count).toBe(question_count);
    },
  );

  it('may repeat what the kit says', async () => {
    expect((await withKit(aJob())).made.kit_id).toBe(kit_id);
  });

  it('is refused with all that differs from it, each at its place', async () => {
    const over = { ...aJob(), job_title: 'Nurse', difficulty: 'easy', question_count: 15 };

    const refusal = await refusalOf(withKit(over));

    expect(refusal).toMatchObject({
      code: 'invalid_input',
      details: {
        issues: ['job_title', 'difficulty', 'question_count'].map((path) => ({ path })),
      },
    });
  });

  it.each([
    ['kit_not_found', null],
    ['kit_archived', record({ archived: true })],
  ])('is refused with %s', async (code, kit) => {
    expect(await codeOf(withKit({}, kit))).toBe(code);
  });

  it('without one reads none', async () => {
    const { deps } = await schedule();

    expect(deps.readKit).not.toHaveBeenCalled();
  });

  it.each([
    ['with a résumé', { resume_text: 'Ten years.' }, true],
    ['without one', {}, false],
    ['unless it is not to be', { resume_text: 'Ten years.', personalise: false }, false],
  ])('is personal %s', async (_name, over, personalise) => {
    expect((await schedule(over)).made.personalise).toBe(personalise);
  });
});
