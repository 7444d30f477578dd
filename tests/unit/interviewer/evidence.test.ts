import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Criterion } from '../../../shared/domain/rubric.ts';
import { quoteCheck } from '../../../shared/interviewer/quotes.ts';
import { interviewerWith, question, reading, rubric, soon } from './examples.ts';
import type { Next } from './fake-bedrock.ts';

const cases = z
  .object({
    quotes: z.array(
      z.object({
        answer: z.string(),
        quote: z.string(),
        verdict: z.enum(['evidence', 'not_found']),
        why: z.string(),
      }),
    ),
    readings: z.array(z.object({ why: z.string(), answer: z.string() })),
  })
  .parse(JSON.parse(readFileSync(new URL('../../data/evidence.json', import.meta.url), 'utf8')));

const [criterion] = rubric.criteria;
const criteria = ['first', 'second', 'third'].map(
  (id): Criterion => ({
    ...criterion,
    id,
    name: id,
    anchors: { 1: 'Nothing.', 3: 'Something.', 5: 'Everything.' },
    evidence_wanted: ['a step'],
    weight: 1 / 3,
  }),
);
const outputs = (
  given: { level: number; quotes?: string[]; warning_signs?: string[] }[],
): Next => ({
  output: {
    ...reading,
    criteria: given.map((one, n) => ({ criterion_id: criteria[n]?.id, quotes: [], ...one })),
  },
});
const read = async (answer: string, known: readonly Criterion[], ...replies: Next[]) => {
  const { interviewer, requests } = interviewerWith(...replies);
  const input = { question, rubric: { version: 1, criteria: [...known] }, language: 'en' };
  const assessment = await interviewer.assessAnswer({ ...input, answer }, soon());
  return { ...assessment, calls: requests.length };
};

describe('a quote of the model', () => {
  test.each(cases.quotes)('is $verdict: $why', async ({ answer, quote, verdict }) => {
    const checked = quoteCheck(answer, { question, rubric })(quote);

    const made = await read(answer, criteria.slice(0, 1), outputs([{ level: 2, quotes: [quote] }]));

    expect(checked.kind).toBe(verdict);
    expect(made.criteria[0]).toMatchObject(
      verdict === 'evidence'
        ? { level: 2, not_scored: null }
        : { level: null, not_scored: 'quote_not_found' },
    );
    expect(made.calls).toBe(verdict === 'evidence' ? 1 : 2);
  });

  test('of two words carries no level of 4 or 5', async () => {
    const { answer = '', quote = '' } = cases.quotes.at(-1) ?? {};

    const made = await read(answer, criteria.slice(0, 1), outputs([{ level: 4, quotes: [quote] }]));

    expect(made.criteria[0]).toMatchObject({ level: null, not_scored: 'short_quote' });
  });
});

const long =
  'I looked at the plan of the query first because the page had become slow over the last days and nobody knew the reason for it. The planner went through the whole table, so I added an index on the day, took the time before and after it, and wrote the numbers down for the others, who had asked me about the same page in spring.';

/** What code makes of each reading, by the reason that the case gives. */
const outcomes: Record<string, (answer: string) => Promise<void>> = {
  'one two-word quote cannot carry level 5 on every criterion': async (answer) => {
    const quotes = ['Databases get'];

    const made = await read(answer, criteria, outputs(criteria.map(() => ({ level: 5, quotes }))));

    expect(made.calls).toBe(2);
    expect(made.status).toBe('needs_human');
    expect(made.criteria.map(({ level }) => level)).toEqual([null, null, null]);
    expect(made.criteria.map(({ not_scored }) => not_scored)).toContain('short_quote');
  },
  'everything at level 1 without a quote on a long answer': async () => {
    const ones = outputs(criteria.map(() => ({ level: 1 })));
    const passages = long.split(/(?<=[.,]) /).filter((part) => part.split(' ').length > 7);
    const other = outputs(criteria.map((_, n) => ({ level: 4, quotes: passages.slice(n, n + 1) })));

    const made = await read(long, criteria, ones, other);

    expect(made.calls).toBe(2);
    expect(made.criteria.map(({ level }) => level)).toEqual([null, null, null]);
    expect(made.flags.map(({ kind }) => kind)).toEqual(['second_opinion_differs']);
  },
  'a passage counts where it shows something': async () => {
    const quotes = ['I looked at the plan of the query first because the page had become slow'];

    const made = await read(long, criteria, outputs(criteria.map(() => ({ level: 4, quotes }))));

    expect(made.calls).toBe(2);
    expect(made.criteria).toMatchObject([
      { level: 4 },
      { level: 4 },
      { level: null, not_scored: 'shared_quote' },
    ]);
  },
  'a warning sign': async (answer) => {
    const sign = 'I turn the alarm off so it stops bothering people';
    const known = criteria.slice(0, 1).map((one) => ({ ...one, warning_signs: ['silences it'] }));

    const made = await read(
      answer,
      known,
      outputs([{ level: 4, quotes: [sign], warning_signs: [sign] }]),
    );

    expect(made.criteria[0]).toMatchObject({ level: 2, warning_signs: [sign] });
    expect(made.calls).toBe(1);
  },
};

test.each(cases.readings)('a reading: $why', async ({ why, answer }) => {
  const outcome = outcomes[why];

  if (!outcome) throw new Error('No outcome is known for this case');
  await outcome(answer);
});
