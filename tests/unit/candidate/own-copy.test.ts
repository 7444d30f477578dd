import { describe, expect, test, vi } from 'vitest';
import type { Result } from '../../../web/candidate/api/replies.ts';
import { calendarEntry } from '../../../web/candidate/copy/calendar.ts';
import { copyOf } from '../../../web/candidate/copy/copy.ts';
import { translatorOf } from '../../../web/candidate/i18n/translator.ts';
import type { Screen } from '../../../web/candidate/machine/state.ts';
import type { Page } from '../../../web/candidate/page.ts';
import { saveCopy } from '../../../web/candidate/parts/save-copy.tsx';
import { referenceIn } from '../../../web/candidate/reference.ts';
import { readCatalogues } from '../../../web/catalogues.ts';
import { answer, asking, opened, result, session } from './states.ts';

const english = JSON.parse(readCatalogues().files['en.json'] ?? '');
const translator = translatorOf('en', null, ['en-GB'], english);
const page = (screen: Screen, change: Partial<Page> = {}): Page => ({
  ...asking({ question_id: 'q2', text: 'Not sent yet' }),
  opened: { ...opened, decision_by: '2026-12-04', next_step: 'Ms Vega calls you.' },
  session: { ...session, responses: [answer('q1', 'I was  there.\n\nTwice 👩🏽‍💻. Mine.')] },
  screen,
  ...translator,
  brand: { employer_name: 'Example Clinics', contact_email: 'jobs@example.com' },
  reference: 'c0ffee00-0000-4000-8000-000000000000',
  dispatch: () => {},
  chooseLanguage: () => {},
  save: () => {},
  ...change,
});
const ended = (change: Partial<Result> = {}) =>
  copyOf(page({ name: 'complete', result: { ...result, ...change } }));
/** These texts are there, in this order. */
const inOrder = (copy: string, texts: string[]) => {
  const places = texts.map((text) => copy.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
};

describe('the copy', () => {
  test('names role, employer and the whole reference', () => {
    expect(ended()).toContain('Interview – Backend Engineer – Example Clinics');
    expect(ended()).toContain('Reference: c0ffee00-0000-4000-8000-000000000000');
  });

  test('says everything in the order of the page: what arrived, what is next, then the result', () => {
    inOrder(ended(), [
      'Thank you, Alex Morgan. Your interview is complete',
      'Answers received: 1 of 3. Last one: Tuesday 24 November at 13:05 UTC.',
      '== What happens next',
      'A person at Example Clinics decides, not the AI.',
      'You can expect a decision by Friday 4 December.',
      'Ms Vega calls you.',
      'This link shows your answers and the evaluation until Tuesday 24 November at 16:00 UTC.',
      '== The evaluation',
      'AI wrote this; a person decides.',
      '72 out of 100',
      'A clear account.',
      '= Strengths',
      '= What could be stronger',
      '= What this is based on',
      'Passages: 2',
      '> I was  there.',
      '> Mine',
      '== Your answers',
      'Sent Tuesday 24 November at 13:05 UTC',
      'Feedback: Clear. Say more.',
      '== If something is wrong or unfair',
      'Write to jobs@example.com and give the reference c0ffee00.',
    ]);
  });

  test.each(['America/Los_Angeles', 'Pacific/Kiritimati'])('names the day itself in %s', (zone) => {
    vi.stubEnv('TZ', zone);

    expect(ended()).toContain('You can expect a decision by Friday 4 December.');
    vi.unstubAllEnvs();
  });

  test('contains the answers as they were written', () => {
    expect(ended()).toContain('I was  there.\n\nTwice 👩🏽‍💻. Mine.');
  });

  test('contains what was typed but not sent, and names what was not answered', () => {
    expect(ended()).toContain('Typed and not sent: Not sent yet');
    expect(ended()).toMatch(/What about q3\?\n\nNot answered/);
  });

  test('contains texts of an answered question that were not sent, apart from what was', () => {
    const typed = (text: string) => ({ question_id: 'q1', text });
    const before = page({ name: 'complete', result });
    const unsent = [typed('Of the phone'), typed('I was  there.')];

    const own = copyOf({ ...before, unsent });

    expect(own).toContain('Clear. Say more.\n\nTyped and not sent: Of the phone');
    expect(own).not.toContain('Typed and not sent: I was');
  });

  test('contains both texts while the person has to choose', () => {
    const other = { question_id: 'q2', text: 'Of the laptop', version: 20 };
    const state = asking({ question_id: 'q2', text: 'Mine', other });

    const own = copyOf({ ...page({ name: 'elsewhere' }), ...state });

    expect(own).toContain('Mine\n\nTyped and not sent: Of the laptop');
  });

  test('contains no recommendation, as that is for the people who decide', () => {
    expect(ended({ recommendation: 'Strong Yes' })).not.toContain('Strong Yes');
  });

  test.each(['No', 'Maybe'] as const)('of a low score (%s) begins with the strengths', (low) => {
    inOrder(ended({ recommendation: low, score: 18 }), [
      '= Strengths',
      '= What this is based on',
      '= How the score came about',
      'of what these questions asked for',
      '18 out of 100',
      'It describes these answers, not you or your work.',
    ]);
  });

  test('says so where no passage of an answer was quoted', () => {
    const evidence = [{ question_id: 'q1', question: 'What about q1?', quotes: [] }];

    expect(ended({ evidence })).toContain('Passages: 0');
  });

  test.each([
    { needs_human: true, evaluator: 'bedrock' as const },
    // Nothing was answered.
    { needs_human: true, evaluator: null, strengths: 'Nothing can be said without an answer.' },
  ])('without a score says nothing that contradicts it: %j', (change) => {
    const copy = ended({ ...change, score: null, recommendation: null });

    inOrder(copy, [
      'This link shows your answers until',
      '== There is no score',
      'No score was calculated, so Example Clinics sees none either.',
      'marked for a person',
      '== Your answers',
    ]);
    expect(copy).not.toMatch(/AI wrote|Strengths|based on|evaluation until|out of 100/);
  });

  test('names AI as its writer, on Bedrock or not', () => {
    expect(ended({ evaluator: 'openai-compatible' })).toBe(ended({ evaluator: 'bedrock' }));
  });

  test('says first when no language model was asked', () => {
    const copy = ended({ evaluator: 'offline' });

    expect(copy).toMatch(/== The evaluation\s+This is a demonstration without a language model/);
    expect(copy).not.toContain('AI wrote');
  });

  test('can be had before the result, and says that it is to come', () => {
    const copy = copyOf(page({ name: 'evaluating', polls: 0 }));

    inOrder(copy, ['and the evaluation when it is ready', '== The evaluation is being prepared']);
    expect(copy).not.toContain('If something is wrong');
  });

  test('can be had during an interview and without a configured employer', () => {
    const bare = copyOf(page({ name: 'elsewhere' }, { brand: null }));

    expect(bare).toContain('Not sent yet');
    expect(bare).not.toMatch(/out of 100|Thank you/);
  });
});

describe('the copy of a link that has ended', () => {
  const closed = { name: 'closed', reason: 'expired', mayAsk: false } as const;
  const left = (change: Partial<Page>) => copyOf({ ...page(closed), unsent: [], ...change });
  const unsent = ['Set aside', 'Set aside too'].map((text) => ({ question_id: 'q1', text }));

  test('contains the draft and the texts set aside, with no session', () => {
    inOrder(left({ session: null, unsent }), [
      'Typed and not sent: Not sent yet',
      'Typed and not sent: Set aside',
      'Typed and not sent: Set aside too',
    ]);
  });

  test('does not say that an answer on its way was not sent', () => {
    const { writing } = asking({ question_id: 'q2', text: 'On its way', isSent: true });

    inOrder(left({ writing }), ['Whether it arrived is not known', 'Your answer: On its way']);
    expect(left({ writing })).not.toContain('not sent');
  });

  test('is offered only if it has something', () => {
    const offers = (change: Partial<Page>) =>
      !!saveCopy({ ...page(closed), session: null, writing: null, ...change });

    expect([offers({}), offers({ unsent }), offers({ session })]).toEqual([false, true, true]);
    expect(offers({ writing: asking().writing })).toBe(true);
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
