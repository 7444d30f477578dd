import { describe, expect, it, vi } from 'vitest';
import { createInterview } from '../../../functions/create-interview/create-interview.ts';
import { NewInterview } from '../../../shared/contract/endpoints/create-interview.ts';
import { endpoints } from '../../../shared/contract/endpoints.ts';
import { openNow } from '../../support/records.ts';

const wanted = {
  candidate_name: 'Ada Lovelace',
  candidate_email: 'ada@example.com',
  job_title: 'Backend Engineer',
  job_description: 'We store orders.',
};
const schedule = async (over: object = {}) => {
  const deps = { store: vi.fn(async () => undefined), now: () => openNow, note: vi.fn() };
  const sent = NewInterview.parse({ ...wanted, ...over });
  const made = await createInterview(deps, { recruiter: 'r-1' }, sent);
  return { deps, made };
};

describe('scheduling an interview', () => {
  it('gives it an id, and is answered as its schema says', async () => {
    const { deps, made } = await schedule({ resume_text: 'Ten years.' });

    const view = endpoints.createInterview.response.parse(made);

    expect(view).toMatchObject({
      ...wanted,
      id: view.interview_id,
      resume_text: 'Ten years.',
      status: 'scheduled',
      created_at: '2026-11-23T10:05:00.000Z',
      question_count: 5,
      ai_interview_type: null,
    });
    expect(deps.note).toHaveBeenCalledWith({ interview_id: view.interview_id });
  });

  it('stores the brief apart from the interview, with who scheduled it', async () => {
    const { deps, made } = await schedule();

    expect(deps.store).toHaveBeenCalledWith({
      interview: expect.not.objectContaining({ job_description: expect.anything() }),
      brief: { job_description: 'We store orders.', resume_text: null },
      by: { recruiter: 'r-1' },
    });
    expect(made.resume_text).toBeNull();
  });

  it.each([
    [
      'an hour where no end is given',
      { starts_at: '2026-11-23T23:30:00Z' },
      '2026-11-24T00:30:00Z',
    ],
    [
      'an hour of real time where the clocks go back',
      { starts_at: '2026-10-25T02:30:00+02:00' },
      '2026-10-25T01:30:00Z',
    ],
    [
      'as long as it is said',
      { starts_at: '2026-11-23T10:00:00Z', ends_at: '2026-11-23T12:00:00+01:00' },
      '2026-11-23T11:00:00Z',
    ],
    ['until no known end where it has no start', {}, null],
  ])('makes it last %s', async (_name, times, ends_at) => {
    const { made } = await schedule(times);

    expect(made.ends_at).toBe(ends_at);
  });

  it('never gives two the same id', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await schedule()).made.id),
    );

    expect(new Set(ids).size).toBe(20);
  });

  it('answers also at the end of time with an interview that can be read again', async () => {
    const sent = NewInterview.safeParse({ ...wanted, starts_at: '9999-12-31T23:30:00Z' });
    const made = sent.success ? (await schedule({ starts_at: '9999-12-31T23:30:00Z' })).made : null;

    expect(made === null || endpoints.createInterview.response.safeParse(made).success).toBe(true);
  });
});
