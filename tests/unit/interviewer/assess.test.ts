import { expect, test } from 'vitest';
import { interviewerWith, reading, soon, toRead } from './examples.ts';

const [diagnosis, remedy] = reading.criteria;
const read = (level: number, quotes: string[]) => {
  const output = { ...reading, criteria: [{ ...diagnosis, level, quotes }, remedy] };
  return interviewerWith({ output }).interviewer.assessAnswer(toRead, soon());
};

test.each([2, 3, 4, 5])(
  'level %d without a quote is not given, and a human is asked',
  async (level) => {
    const { status, criteria } = await read(level, []);

    expect(status).toBe('needs_human');
    expect(criteria[0]).toMatchObject({ level: null, not_scored: 'no_quote' });
  },
);

test.each([2, 3])('level %d with a quote of the answer is given', async (level) => {
  const { status, criteria } = await read(level, ['read the plan with EXPLAIN']);

  expect(status).toBe('scored');
  expect(criteria[0]).toMatchObject({ level, quotes: ['read the plan with EXPLAIN'] });
});

test.each([4, 5])('level %d with a quote of eight words is given', async (level) => {
  const quotes = ['log and read the plan with EXPLAIN. The'];

  const { status, criteria } = await read(level, quotes);

  expect(status).toBe('scored');
  expect(criteria[0]).toMatchObject({ level, quotes });
});

test.each([4, 5])('level %d with seven words is not given, and keeps its quotes', async (level) => {
  const quotes = ['and read the plan', 'with EXPLAIN. The'];

  const { status, criteria } = await read(level, quotes);

  expect(status).toBe('needs_human');
  expect(criteria[0]).toEqual({
    criterion_id: 'diagnosis',
    level: null,
    quotes,
    not_scored: 'short_quote',
  });
});

test('level 1 needs no quote: there is nothing to quote', async () => {
  const { status, criteria } = await read(1, []);

  expect(status).toBe('scored');
  expect(criteria[0]).toMatchObject({ level: 1, quotes: [], not_scored: null });
});
