import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TalaroError } from '../../../client/error.ts';
import { wrongOf } from '../../../web/console/parts/problem.tsx';
import { type Attempt, createOnce } from '../../../web/console/screens/scheduling/creating.ts';
import {
  checkForm,
  emptyForm,
  fields,
  type InterviewForm,
} from '../../../web/console/screens/scheduling/form.ts';
import { drawnDays, nightIn } from '../../../web/console/screens/scheduling/night.ts';
import {
  firstWindow,
  inWords,
  laterEnd,
  lengthOf,
  windowOfClocks,
} from '../../../web/console/screens/scheduling/window.ts';

const now = new Date('2026-11-25T13:05:00Z');
const zone = 'Europe/Berlin';
const kit_id = '0d9de4a2-5f0f-4bc4-9d4a-6f5a2f3f9f10';
const kits = [{ kit_id, job_title: 'Nurse', language: 'de-DE', question_count: 4 }];
const typed: InterviewForm = {
  ...emptyForm(now, zone),
  kit_id,
  candidate_name: 'Alex Morgan',
  candidate_email: ' alex@example.com ',
};
const sentences = (form: Partial<InterviewForm>) => {
  const { issues = [] } = checkForm({ ...typed, ...form }, kits, now);
  return wrongOf({ issues, message: '' }, fields).map(({ message }) => message);
};

describe('the window of a form', () => {
  it('opens with the next quarter of an hour and closes in the evening of the third day', () => {
    expect(firstWindow(now, zone)).toEqual({
      starts: '2026-11-25T14:15',
      ends: '2026-11-28T20:00',
      zone,
    });
    expect(firstWindow(new Date('2026-12-30T23:45:00Z'), 'Asia/Kolkata')).toMatchObject({
      starts: '2026-12-31T05:15',
      ends: '2027-01-03T20:00',
    });
  });

  it.each([
    ['the day after', '2026-11-26T18:00', '2026-11-27T18:00'],
    ['not where it is long enough', '2026-11-27T05:00', null],
    ['not where it is none', '2026-11-26T08:00', null],
  ])('can be closed at the same time, %s', (_, ends, later) => {
    expect(laterEnd({ starts: '2026-11-26T09:00', ends, zone })).toBe(later);
  });

  it('is no longer short once it is closed later, in every zone', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'America/New_York',
      'UTC',
    );
    const minutes = fc.integer({ min: 0, max: 527_040 });
    const lengths = fc.integer({ min: 1, max: 1_199 });

    fc.assert(
      fc.property(zones, minutes, lengths, (zone, minute, length) => {
        const clock = (at: number) => new Date(Date.UTC(2027, 0) + at * 60_000).toISOString();
        const [starts, ends] = [minute, minute + length].map((at) => clock(at).slice(0, 16));
        const clocks = { starts: starts ?? '', ends: ends ?? '', zone };
        const later = laterEnd(clocks);
        const window = later && windowOfClocks({ ...clocks, ends: later });
        return !window || lengthOf(window) >= 20 * 3_600_000;
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [9 * 60, '9 hours'],
    [30, 'half an hour'],
    [1, '1 minute'],
    [90, '1 hour 30 minutes'],
    [47 * 60, '47 hours'],
    [77 * 60 + 45, '3 days 5 hours'],
  ])('of %i minutes is said to be %s', (minutes, words) => {
    expect(inWords(minutes * 60_000)).toBe(words);
  });

  const window = { starts_at: '2026-11-26T08:00:00Z', ends_at: '2026-11-26T17:00:00Z' };

  it.each([
    ['Asia/Kolkata', 0.5],
    [zone, 0],
    ['America/Los_Angeles', 7],
  ])('has in %s so many hours of night: %d', (where, hours) => {
    expect(nightIn(window, where) / 3_600_000).toBe(hours);
  });

  it('is drawn on as many days for each zone, and not over more than a week', () => {
    const [theirs, ours] = drawnDays(window, ['Asia/Kolkata', zone]);
    const late = drawnDays({ ...window, ends_at: '2026-11-26T20:00:00Z' }, ['Asia/Kolkata', zone]);

    expect(theirs?.window).toEqual({ x: 56.25, width: 37.5 });
    expect(ours?.window).toEqual({ x: 37.5, width: 37.5 });
    expect(ours?.nights).toEqual([
      { x: 0, width: 29.17 },
      { x: 91.67, width: 8.33 },
    ]);
    expect(late.map(({ days }) => days.length)).toEqual([2, 2]);
    expect(drawnDays({ ...window, ends_at: '2026-12-24T20:00:00Z' }, [zone])).toEqual([]);
  });
});

describe('a form', () => {
  it('becomes a request for a kit, in moments', () => {
    expect(checkForm({ ...typed, decision_by: '2026-12-11' }, kits, now)).toEqual({
      request: {
        kit_id,
        ai_interview_type: null,
        candidate_name: 'Alex Morgan',
        candidate_email: 'alex@example.com',
        starts_at: '2026-11-25T13:15:00Z',
        ends_at: '2026-11-28T19:00:00Z',
        follow_ups: 0,
        decision_by: '2026-12-11',
      },
    });
  });

  it('becomes a request for a job, with what a résumé may do', () => {
    const job = { from: 'job', job_title: 'Nurse', job_description: 'Cares.' } as const;

    const { request } = checkForm(
      { ...typed, ...job, resume_text: 'Ten years.', personalise: false },
      kits,
      now,
    );

    expect(request).toMatchObject({
      ...{ job_title: 'Nurse', job_description: 'Cares.', ai_interview_type: 'general' },
      ...{ language: 'en-US', difficulty: 'medium', question_count: 5 },
      ...{ resume_text: 'Ten years.', personalise: false },
    });
    expect(request).not.toHaveProperty('kit_id');
  });

  it.each<[Partial<InterviewForm>, string[]]>([
    [{ kit_id: '' }, ['Choose a kit']],
    [{ kit_id: 'of another list' }, ['The kit is not one of your kits']],
    [{ candidate_name: ' ' }, ['The name must not be empty']],
    [{ candidate_email: 'alex@' }, ['The address is not an e-mail address']],
    [{ starts: '' }, ['The opening time must not be empty']],
    [{ ends: '2026-11-25T10:00' }, ['The closing time must be after the opening time']],
    [{ starts: '2026-11-24T09:00', ends: '2026-11-25T10:00' }, ['The closing time is in the past']],
    [
      { starts: '2027-03-28T02:30', ends: '2027-03-30T02:30' },
      ['The opening time is skipped in Europe/Berlin, where the clocks go forward'],
    ],
    [{ resume_text: 'é'.repeat(50_001) }, ['The résumé must be at most 50,000 characters']],
    [
      { from: 'job', job_title: '', job_description: '' },
      ['The job title must not be empty', 'The job’s text must not be empty'],
    ],
    [{ from: 'job', job_title: 'Nurse' }, ['The job’s text must not be empty']],
  ])('with %j is not sent', (part, said) => {
    expect(sentences(part)).toEqual(said);
  });
});

describe('an interview that is created', () => {
  const { request } = checkForm(typed, kits, now);
  if (!request) throw new Error('The form is not complete');
  const other = { ...request, candidate_name: 'Another name' };
  const lost = new TalaroError('No answer from the server', { code: 'unreachable', status: 0 });
  const refused = new TalaroError('Wrong', { code: 'invalid_input', status: 400 });
  const mismatch = new TalaroError('Other', { code: 'idempotency_mismatch', status: 422 });

  /** Attempts, each answered as given, and under which keys they were sent. */
  const attempts = () => {
    let earlier: Attempt | null = null;
    const sent: [key: string | undefined, name: string][] = [];
    const attempt = (what: typeof request, ...answers: (TalaroError | string)[]) =>
      createOnce(
        {
          earlier,
          keep: (next) => {
            earlier = next;
          },
          talaro: {
            createInterview: ({ candidate_name }, options) => {
              sent.push([options?.idempotency_key, candidate_name]);
              const answer = answers.shift();
              if (answer instanceof Error) return Promise.reject(answer);
              const made = { interview_id: answer };
              return Promise.resolve(made) as ReturnType<
                Parameters<typeof createOnce>[0]['talaro']['createInterview']
              >;
            },
          },
        },
        what,
      );
    return { attempt, sent, keys: () => new Set(sent.map(([key]) => key)).size };
  };

  it('has one key, however often its answer is lost', async () => {
    const { attempt, keys } = attempts();

    await expect(attempt(request, lost)).rejects.toBe(lost);
    const made = await attempt(request, 'one');

    expect([made, keys()]).toEqual([{ interview_id: 'one', wasEarlier: false }, 1]);
  });

  it('is found again where the first attempt had made it and the form was changed since', async () => {
    const { attempt, sent, keys } = attempts();

    await expect(attempt(request, lost)).rejects.toBe(lost);
    const made = await attempt(other, mismatch, 'one');

    expect([made, keys()]).toEqual([{ interview_id: 'one', wasEarlier: true }, 1]);
    expect(sent.map(([, name]) => name)).toEqual(['Alex Morgan', 'Another name', 'Alex Morgan']);
  });

  it('has another key after a refusal', async () => {
    const { attempt, keys } = attempts();

    await expect(attempt(request, refused)).rejects.toBe(refused);
    await attempt(other, 'two');

    expect(keys()).toBe(2);
  });
});
