import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AuditEvent } from '../../../../shared/domain/transitions.ts';
import {
  changesSince,
  whoOf,
  wordsOf,
} from '../../../../web/console/screens/interview/audit-words.ts';
import {
  cancelling,
  closing,
  erased,
  evaluatingAgain,
  holding,
  replacing,
} from '../../../../web/console/screens/interview/confirmations.ts';
import { draft, event, shownInterview } from './shown-interview.ts';

// The year is shown where it is not this one.
beforeAll(() => void vi.useFakeTimers({ now: new Date('2026-11-25T13:05:12Z'), toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

const withDraft = shownInterview({ unsent_drafts: [draft(2, '2026-11-25T13:05:00Z')] });
const untouched = shownInterview({ status: 'scheduled', responses: [] });

test('before a link is replaced it is said what stops, what stays and what is to be done', () => {
  const { title, says } = replacing(withDraft);

  expect([title, ...says]).toEqual([
    'Make a new link?',
    'The link \u2068Alex Morgan\u2069 has now stops at once, also on a page that is open.',
    'One answer and one draft so far: everything stays.',
    'You have to send the new link yourself.',
  ]);
});

test('before a link is replaced that nobody has used, its questions are named', () => {
  const says = replacing(untouched).says.join(' ');

  expect(says).toContain('Nothing has been answered yet');
  expect(says).not.toContain('no answers');
});

test('before an interview is closed, answers, missing ones and drafts are counted', () => {
  const says = closing(withDraft).says.join(' ');

  expect(says).toContain(
    'One answer will be evaluated; two questions without one will count as not',
  );
  expect(says).toContain('One draft will be shown as typed and not sent, and not scored.');
});

test('an interview closed without an answer is said to have no score', () => {
  const says = closing(shownInterview({ responses: [] })).says.join(' ');

  expect(says).toContain('There are no answers, so there will be no score');
});

test('before an interview is cancelled it is said that nobody is told', () => {
  const says = [cancelling(withDraft), cancelling(untouched)].map((asked) => asked.says.join(' '));

  expect(says[0]).toContain('One answer and one draft so far: everything stays here');
  expect(says[1]).toContain('Nobody is told: write to \u2068Alex Morgan\u2069 yourself.');
});

test('another evaluation names its version, and what stays', () => {
  const evaluations = [{ version: 1 }] as never;
  const reviews = [{ number: 1 }] as never;

  const says = evaluatingAgain(shownInterview({ evaluations, reviews })).says.join(' ');

  expect(says).toContain('as version 2 of at most 20');
  expect(says).toContain('Earlier versions stay, and so does the decision.');
});

test('a hold is set where there is none, and lifted where there is one', () => {
  const titles = [false, true].map((legal_hold) => holding(shownInterview({ legal_hold })).title);

  expect(titles).toEqual(['Set a legal hold?', 'Lift the legal hold?']);
});

test('erasing names everything that goes', () => {
  const things = erased({ ...withDraft, accommodations: [{}, {}] as never });

  expect(things).toEqual([
    'The name, e-mail address and times',
    'The link, which stops at once',
    'The questions and their sound; one answer and one draft',
    'No evaluations and no decisions',
    'Two requests',
    'The audit, and what it added to the reports',
  ]);
});

test('every event of the contract has words of its own', () => {
  const unnamed = AuditEvent.options.filter(
    (name) => wordsOf(event(name)) === name.replaceAll('_', ' '),
  );

  expect(unnamed).toEqual([]);
});

test('an event tells its facts, and one that is not known its name', () => {
  const words = [
    event('interview_updated', { fields: 'ends_at candidate_email', link_deleted: true }),
    event('interview_started', { notice_version: '2026-11' }),
    event('answer_assessed', { question: 1, status: 'needs_human', follow_up: 1.5 }),
    event('evaluation_stored', { version: 1, score: null }),
    event('review_made', { decision: 'hold', score: 0 }),
    event('something_newer'),
  ].map(wordsOf);

  expect(words).toEqual([
    'Changed: end of the window, e-mail address; the link was deleted',
    'Interview started, notice 2026-11 accepted',
    'Answer 1 read, needs a person, follow-up asked',
    'Evaluation 1 stored, no score',
    'Decision: hold, own score 0',
    'something newer',
  ]);
});

test('who did it is a name where there is one', () => {
  const who = [
    { actor: 'recruiter:u1', actor_name: 'Sam Okafor' },
    { actor: 'recruiter:u2', actor_name: null },
    { actor: 'machine:ats', actor_name: 'ats' },
    { actor: 'candidate', actor_name: null },
    { actor: 'system', actor_name: null },
  ].map(whoOf);

  expect(who).toEqual(['Sam Okafor', 'A recruiter', 'ats, a program', 'Candidate', 'System']);
});

test('what others changed is what recruiters and programs did since', () => {
  const audit = [
    event('link_regenerated', { generation: 2 }, 'recruiter:u1', '2026-11-25T12:00:00Z'),
    event('answer_stored', { question: 1 }, 'candidate', '2026-11-25T13:00:00Z'),
    event('interview_updated', { fields: 'ends_at' }, 'recruiter:u1', '2026-11-25T13:02:00Z'),
  ];

  const changes = changesSince(audit, '2026-11-25T12:30:00Z', 'Europe/Berlin');

  expect(changes).toEqual(['Changed: end of the window (Sam Okafor, Wed 25 Nov 14:02)']);
});
