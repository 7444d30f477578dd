import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dailyBudget, withinBudget } from '../../../shared/interviewer/budget.ts';
import type { Interviewer } from '../../../shared/interviewer/interviewer.ts';
import { fakeInterviewer } from '../../support/fake-interviewer.ts';
import { aProvenance } from '../../support/records.ts';
import { job, rubric, toRead } from './examples.ts';

const until = { at: 1_000_000 };
type Call = Exclude<keyof Interviewer, 'wasted'>;
const calls: Record<Call, (interviewer: Interviewer) => Promise<unknown>> = {
  deriveCompetencies: (interviewer) => interviewer.deriveCompetencies({ job, count: 2 }, until),
  writeQuestions: (interviewer) =>
    interviewer.writeQuestions({ job, competencies: [], wanted: [], count: 2 }, until),
  writeLeadIns: (interviewer) =>
    interviewer.writeLeadIns({ questions: [], resume: '', job: '', language: 'en-US' }, until),
  assessAnswer: (interviewer) => interviewer.assessAnswer(toRead, until),
  writeClosing: (interviewer) =>
    interviewer.writeClosing({ questions: [], language: 'en-US' }, until),
  writeFollowUp: (interviewer) =>
    interviewer.writeFollowUp(
      { question: 'Why?', rubric, assessment: { criteria: [] }, language: 'en-US' },
      until,
    ),
};
const names = Object.keys(calls) as Call[];

let fake: ReturnType<typeof fakeInterviewer>;
let now: number;
beforeEach(() => {
  fake = fakeInterviewer();
  now = Date.parse('2026-11-23T10:00:00Z');
});

/** An interviewer with a budget of ten dollars. */
const within = (readSpending: (at: string) => Promise<number>) =>
  withinBudget(
    fake.interviewer,
    dailyBudget(10, readSpending, () => now),
  );

describe.each(names)('%s', (name) => {
  it('is refused once the budget is spent to the cent', async () => {
    const asked = calls[name](within(async () => 10));

    await expect(asked).rejects.toMatchObject({ failure: 'budget_reached' });
    expect(fake.asked).toEqual([]);
  });

  it('is passed on unchanged with a cent left', async () => {
    const asked = calls[name](within(async () => 9.99));

    await expect(asked).resolves.toEqual(await calls[name](fake.interviewer));
    expect(fake.asked[0]).toEqual({ call: name, input: fake.asked[1]?.input });
  });
});

describe('the spending of the day', () => {
  const ask = (interviewer: Interviewer) => calls.assessAnswer(interviewer);

  it('is read for the moment of the call', async () => {
    const read = vi.fn(async () => 0);

    await ask(within(read));

    expect(read).toHaveBeenCalledExactlyOnceWith('2026-11-23T10:00:00.000Z');
  });

  it('is read at most every thirty seconds', async () => {
    const read = vi.fn(async () => 0);
    const interviewer = within(read);
    await ask(interviewer);

    now += 29_999;
    await calls.writeClosing(interviewer);
    const before = read.mock.calls.length;
    now += 1;
    await ask(interviewer);

    expect([before, read.mock.calls.length]).toEqual([1, 2]);
  });

  it('is read again after the clock was set back', async () => {
    const read = vi.fn(async () => 0);
    const interviewer = within(read);
    await ask(interviewer);

    now -= 600_000;
    await ask(interviewer);

    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is read once for calls at the same time', async () => {
    const read = vi.fn(async () => 0);
    const interviewer = within(read);

    await Promise.all(names.map((name) => calls[name](interviewer)));

    expect(read).toHaveBeenCalledOnce();
  });

  it('stops the interviewer until the next day', async () => {
    const spent: Record<string, number> = { '2026-11-23': 12, '2026-11-24': 0 };
    const interviewer = within(async (at) => spent[at.slice(0, 10)] ?? Number.NaN);

    await expect(ask(interviewer)).rejects.toMatchObject({ failure: 'budget_reached' });
    now += 24 * 3_600_000;

    await expect(ask(interviewer)).resolves.toBeDefined();
  });

  it('is booked even once the budget is spent', async () => {
    const wasted = vi.fn(async () => {});
    fake.interviewer.wasted = wasted;

    await within(async () => 10).wasted(aProvenance());

    expect(wasted).toHaveBeenCalledOnce();
  });

  it('that cannot be read fails the call, and is read again by the next one', async () => {
    const failure = new Error('The table is down');
    const read = vi.fn(async () => 0).mockRejectedValueOnce(failure);
    const interviewer = within(read);

    await expect(ask(interviewer)).rejects.toBe(failure);
    await expect(ask(interviewer)).resolves.toBeDefined();

    expect(read).toHaveBeenCalledTimes(2);
    expect(fake.times('assessAnswer')).toBe(1);
  });
});
