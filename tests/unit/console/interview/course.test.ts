import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { progressOf } from '../../../../web/console/screens/interview/progress-rows.ts';
import { awaitedVersion, isLive, mailTo } from '../../../../web/console/screens/interview/shown.ts';
import { stepsOf } from '../../../../web/console/screens/interview/steps-of.ts';
import { daysLater, linkTimes } from '../../../../web/console/screens/interview/window.ts';
import { draft, event, response, shownInterview } from './shown-interview.ts';

// The year is shown where it is not this one.
beforeAll(() => void vi.useFakeTimers({ now: new Date('2026-11-25T13:05:12Z'), toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

const berlin = 'Europe/Berlin';
const told = (interview = shownInterview()) =>
  stepsOf(interview, berlin).map(({ kind, words, when }) => [kind, words, when].join(' | '));

test('the steps of an interview in progress end with until when it can be completed', () => {
  const steps = told();

  expect(steps).toEqual([
    'past | Link made | Mon 23 Nov 16:40',
    'past | Opened | Wed 25 Nov 12:58',
    'past | Started | Wed 25 Nov 13:04',
    'now | 1 of 3 answered | Wed 25 Nov 13:22',
    'next | Complete | until Fri 27 Nov 22:00',
  ]);
});

test('a link that was made and not opened is opened by nobody', () => {
  const { opened_at: _, ...unopened } = shownInterview({ status: 'scheduled' });
  const session = { ...unopened.session, started_at: null, answered_questions: 0 };

  const steps = told({ ...unopened, session: session as never, responses: [] });

  expect(steps.slice(1, 4)).toEqual([
    'next | Opened | ',
    'next | Started | ',
    'next | 0 of 3 answered | ',
  ]);
});

test.each([
  ['candidate', 'Completed'],
  ['recruiter', 'Closed by a recruiter'],
  ['expiry', 'Closed when the link expired'],
] as const)('an interview that was ended by %s says so', (completed_by, words) => {
  const completed_at = '2026-11-25T13:05:00Z';

  const steps = told(shownInterview({ status: 'completed', completed_by, completed_at }));

  expect(steps.at(-1)).toBe(`past | ${words} | Wed 25 Nov 14:05`);
});

test('the progress of each question is told without a word of its draft', () => {
  const interview = shownInterview({
    responses: [
      response(1, '2026-11-25T12:22:00Z'),
      response(2, '2026-11-25T12:41:00Z', 'pending'),
    ],
    unsent_drafts: [draft(3, '2026-11-25T13:05:00Z')],
  });

  const rows = progressOf(interview);

  expect(rows.map(({ number, state, at }) => [number, state.word, at])).toEqual([
    ['1', 'Answered, read', '2026-11-25T12:22:00Z'],
    ['2', 'Answered, being read', '2026-11-25T12:41:00Z'],
    ['3', 'Being typed, draft saved', '2026-11-25T13:05:00Z'],
  ]);
  expect(JSON.stringify(rows)).not.toContain('secret');
});

test('a follow-up is counted with its question', () => {
  const [first] = shownInterview().questions;
  const questions = first ? [first, { ...first, id: 'f', order: 1.5 }] : [];

  const rows = progressOf(shownInterview({ questions }));

  expect(rows.map(({ number }) => number)).toEqual(['1', '1b']);
});

test('an evaluation is awaited from its request until it is there', () => {
  const session = { ...shownInterview().session, status: 'completed' } as never;
  const asked = shownInterview({
    status: 'completed',
    session,
    audit: [event('evaluation_requested', { version: 2 })],
  });

  const versions = [asked, { ...asked, evaluations: [{ version: 2 } as never] }].map(
    awaitedVersion,
  );

  expect(versions).toEqual([2, null]);
});

test('an interview is followed while its candidate can do something', () => {
  const { link } = shownInterview();
  const lives = [
    shownInterview(),
    shownInterview({ status: 'scheduled' }),
    shownInterview({ status: 'scheduled', link: { ...link, status: 'expired' } }),
    shownInterview({ status: 'cancelled' }),
  ].map(isLive);

  expect(lives).toEqual([true, true, false, false]);
});

test('an address cannot add anything to a mail but itself', () => {
  const link = mailTo('a&bcc=all@example.com?x', 'Your interview: R&D');

  expect(link).toBe('mailto:a%26bcc%3Dall@example.com%3Fx?subject=Your%20interview%3A%20R%26D');
});

test('days are added to an end that is to come, and else to now, on the clock of the zone', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  const ends = ['2026-11-27T19:00:00Z', '2026-11-01T19:00:00Z', null];

  const later = ends.map((end) => daysLater(end, 1, berlin, now));

  expect(later).toEqual(['2026-11-28T20:00', '2026-11-26T13:00', '2026-11-26T13:00']);
});

test('a window says when its link opens and stops, and an impossible one says nothing', () => {
  const said = [
    linkTimes('2026-11-25T08:00', '2026-11-27T20:00', berlin),
    linkTimes('2026-11-25T08:00', '2026-11-24T20:00', berlin),
    linkTimes('2026-11-25T08:00', '', berlin),
  ];

  expect(said).toEqual([
    'The link opens Wed 25 Nov 07:45 CET and stops Fri 27 Nov 22:00 CET.',
    null,
    null,
  ]);
});
