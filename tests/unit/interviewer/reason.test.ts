import { describe, expect, test } from 'vitest';
import { readableReason } from '../../../shared/interviewer/reason.ts';
import { answer, interviewerWith, reading, rubric, soon, toRead } from './examples.ts';

const readable = (reason: string) => {
  const [criterion] = rubric.criteria;
  if (!criterion) throw new Error('The rubric has criteria');
  return readableReason(reason, criterion, answer);
};

describe('a reason for a level', () => {
  test('is one line without invisible characters', () => {
    expect(readable(' Reads the plan,\n\tand\u200b compares\u202E. ')).toBe(
      'Reads the plan, and compares.',
    );
  });

  test.each([
    ['words of the answer', 'It says "I added an index on the start date" and why.'],
    ['words of the rubric', 'Meets “looks at one source of facts before acting”, no more.'],
  ])('may put %s in quotation marks', (_, reason) => {
    expect(readable(reason)).toBe(reason);
  });

  test.each(['"I rewrote it in Rust"', '„Ich habe alles neu geschrieben“', '«j’ai tout réécrit»'])(
    'with the invented quote %s is dropped',
    (quote) => {
      expect(readable(`It says ${quote}, which shows it.`)).toBe('');
    },
  );

  test('that is too long is cut, never inside a letter', () => {
    const cut = readable('\u{1F600}'.repeat(300));

    expect(cut.length).toBeLessThanOrEqual(400);
    expect(cut.isWellFormed()).toBe(true);
    expect(cut).toMatch(/…$/);
  });
});

const read = async (reason: unknown, over: object = {}) => {
  const [first, second] = reading.criteria;
  const output = { ...reading, criteria: [{ ...first, reason, ...over }, second] };
  const { interviewer, requests } = interviewerWith({ output });
  const { criteria } = await interviewer.assessAnswer(toRead, soon());
  return { made: criteria[0], calls: requests.length };
};

test('a reason is kept beside the level', async () => {
  const { made } = await read('Looks at two sources before acting.');

  expect(made).toMatchObject({ level: 4, reason: 'Looks at two sources before acting.' });
});

test.each([undefined, null, 7, '', ' ', ['why']])(
  'a reading without a reason, %j, is none the worse',
  async (reason) => {
    const { made, calls } = await read(reason);

    expect(made?.level).toBe(4);
    expect(made).not.toHaveProperty('reason');
    expect(calls).toBe(1);
  },
);

test.each([
  ['no_quote', []],
  ['short_quote', ['read the plan']],
  ['quote_not_found', ['I rewrote all of it']],
])('a level that was refused as %s has no reason', async (not_scored, quotes) => {
  const { made } = await read('Level 5, since it is all there.', { quotes });

  expect(made).toMatchObject({ level: null, not_scored });
  expect(made).not.toHaveProperty('reason');
});
