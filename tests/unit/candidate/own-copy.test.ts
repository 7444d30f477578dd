import { describe, expect, test } from 'vitest';
import { calendarEntry } from '../../../web/candidate/copy/calendar.ts';
import { copyOf } from '../../../web/candidate/copy/copy.ts';
import { translatorOf } from '../../../web/candidate/i18n/translator.ts';
import type { Page } from '../../../web/candidate/page.ts';
import { referenceIn } from '../../../web/candidate/reference.ts';
import { readCatalogues } from '../../../web/catalogues.ts';
import { answer, asking, result, session, writing } from './states.ts';

const english = readCatalogues().files['en.json'] ?? '';
const translator = translatorOf('en', null, [], JSON.parse(english));
const page = (change: Partial<Page> = {}): Page => ({
  state: {
    ...asking(),
    session: { ...session, responses: [answer('q1', 'I was  there.\n\nTwice 👩🏽‍💻')] },
    writing: { ...writing, question_id: 'q2', text: 'Not sent yet' },
  },
  translator,
  brand: { employer_name: 'Example Clinics', contact_email: 'jobs@example.com' },
  reference: 'c0ffee00-0000-4000-8000-000000000000',
  dispatch: () => {},
  chooseLanguage: () => {},
  save: () => {},
  ...change,
});

describe('the copy', () => {
  const copy = copyOf(page(), result);

  test('names role, employer and the whole reference', () => {
    expect(copy).toContain('Interview – Backend Engineer – Example Clinics');
    expect(copy).toContain('c0ffee00-0000-4000-8000-000000000000');
  });

  test('contains the answers as they were written, with their feedback', () => {
    expect(copy).toContain('I was  there.\n\nTwice 👩🏽‍💻');
    expect(copy).toContain('Clear. Say more.');
  });

  test('contains what was typed but not sent, and names what was not answered', () => {
    expect(copy).toContain('Not sent yet');
    expect(copy.match(/Not answered/g)).toHaveLength(1);
  });

  test('contains texts of an answered question that were not sent, apart from what was', () => {
    const typed = (text: string) => ({ question_id: 'q1', text });
    const unsent = [typed('Of the phone'), typed('I was  there.')];

    const own = copyOf(page({ state: { ...page().state, unsent } }), result);

    expect(own).toContain('Clear. Say more.\n\nTyped and not sent:\nOf the phone');
    expect(own.match(/I was {2}there/g)).toHaveLength(1);
  });

  test('contains both texts while the person has to choose', () => {
    const other = { question_id: 'q2', text: 'Of the laptop', version: 20 };

    const own = copyOf(page({ state: asking({ question_id: 'q2', text: 'Mine', other }) }), null);

    expect(own).toContain('Mine\n\nTyped and not sent:\nOf the laptop');
  });

  test('contains the evaluation, its evidence, who decides and how to contest it', () => {
    expect(copy).toContain('72 of 100');
    expect(copy).toContain('> Mine');
    expect(copy).toContain('A person at Example Clinics reads your answers and decides.');
    expect(copy).toContain('write to jobs@example.com');
  });

  test('contains no recommendation, as that is for the people who decide', () => {
    expect(copyOf(page(), { ...result, recommendation: 'Strong Yes' })).not.toContain('Strong Yes');
  });

  test('without a score says that a person reads the answers', () => {
    const unscored = { ...result, score: null, recommendation: null, needs_human: true };

    expect(copyOf(page(), unscored)).toContain('There is no score. A person reads your answers.');
    expect(copyOf(page(), unscored)).toContain('A person was asked to look');
  });

  test('names AI as its writer, on Bedrock or not', () => {
    const own = copyOf(page(), { ...result, evaluator: 'openai-compatible' });

    expect(own).toBe(copyOf(page(), { ...result, evaluator: 'bedrock' }));
    expect(own).toContain('AI wrote this evaluation.');
  });

  test('says honestly when no language model was asked', () => {
    const offline = copyOf(page(), { ...result, evaluator: 'offline' });

    const first = offline.split('== Evaluation ==')[1]?.trim();
    expect(first).toMatch(/^This is a demonstration without a language model/);
    expect(offline).not.toContain('AI wrote');
  });

  test('is also available during an interview and without a configured employer', () => {
    const bare = copyOf(page({ brand: null, reference: null }), null);

    expect(bare).toContain('Not sent yet');
    expect(bare).not.toContain('of 100');
  });
});

describe('the calendar entry', () => {
  const entry = calendarEntry({
    uid: 'c0ffee00',
    title: 'Interview – Backend; Bookings, 北京 '.repeat(4),
    note: 'Open it with\nyour link',
    starts_at: '2026-11-24T13:00:00Z',
    ends_at: '2026-11-24T14:30:00.500Z',
  });
  const unfolded = entry.replaceAll('\r\n ', '');

  test('has its times in UTC', () => {
    expect(unfolded).toContain('DTSTART:20261124T130000Z\r\n');
    expect(unfolded).toContain('DTEND:20261124T143000Z\r\n');
  });

  test('has no line of more than 75 octets', () => {
    const longest = Math.max(...entry.split('\r\n').map((line) => Buffer.byteLength(line)));

    expect(longest).toBeLessThanOrEqual(75);
  });

  test('escapes characters with a meaning in iCalendar', () => {
    expect(unfolded).toContain('Backend\\; Bookings\\, 北京');
    expect(unfolded).toContain('Open it with\\nyour link');
  });

  test('never splits a character when it folds a line', () => {
    const faces = calendarEntry({
      uid: 'x',
      title: '👩🏽‍💻'.repeat(20),
      note: '',
      starts_at: '2026-11-24T13:00:00Z',
      ends_at: '2026-11-24T14:00:00Z',
    });

    expect(faces.isWellFormed()).toBe(true);
    expect(faces.replaceAll('\r\n ', '')).toContain('👩🏽‍💻'.repeat(20));
  });
});

describe('the reference', () => {
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const bytes = Buffer.alloc(82);
  bytes.set([1, 1]);
  Buffer.from(id.replaceAll('-', ''), 'hex').copy(bytes, 2);
  const token = bytes.toString('base64url');

  test('is the interview’s id from the token', () => {
    expect(token).toHaveLength(110);
    expect(referenceIn(token)).toBe(id);
  });

  test.each(['', 'short', `${token}x`, token.replace(/.$/, '!'), token.slice(1)])(
    'is not guessed from %j',
    (broken) => {
      expect(referenceIn(broken)).toBeNull();
    },
  );
});
