import { ThrottlingException } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, test, vi } from 'vitest';
import type { ConverseClient } from '../../../shared/interviewer/ask.ts';
import { createInterviewer } from '../../../shared/interviewer/create-interviewer.ts';
import type { Interviewer } from '../../../shared/interviewer/interviewer.ts';
import { apart, isEmptyReading } from '../../../shared/interviewer/second-opinion.ts';
import { haiku, interviewerWith, reading, soon, toRead } from './examples.ts';
import { fakeBedrock, type Next } from './fake-bedrock.ts';

const nova = 'amazon.nova-pro-v1:0';
const levels = (...made: number[]) => ({
  ...reading,
  criteria: reading.criteria.map((one, n) => ({ ...one, level: made[n] ?? one.level })),
});

const readTwice = async (
  first: Next,
  second: Next,
  {
    answer = toRead.answer,
    wasted = async () => {},
  }: { answer?: string; wasted?: Interviewer['wasted'] } = {},
) => {
  const models = new Map([
    [haiku, fakeBedrock(first)],
    [nova, fakeBedrock(second)],
  ]);
  const bedrock: ConverseClient = {
    send: (command, options) => {
      const model = models.get(command.input.modelId ?? '');
      if (!model) throw new Error('Another model was asked');
      return model.bedrock.send(command, options);
    },
  };
  const interviewer = createInterviewer({
    bedrock,
    question_model: haiku,
    evaluation_model: haiku,
    second_opinion_model: nova,
    wasted,
  });
  const assessment = await interviewer.assessAnswer({ ...toRead, answer }, soon());
  return { assessment, second: models.get(nova)?.requests ?? [] };
};

test('a second opinion two levels apart sets a flag and keeps the first levels', async () => {
  const { assessment } = await readTwice({ output: levels(4, 3) }, { output: levels(2, 3) });

  expect(assessment.criteria.map(({ level }) => level)).toEqual([4, 3]);
  expect(assessment.flags).toEqual([
    { kind: 'second_opinion_differs', detail: 'More than one level apart: diagnosis' },
  ]);
});

test('a second opinion one level apart sets no flag', async () => {
  const { assessment } = await readTwice({ output: levels(4, 3) }, { output: levels(5, 2) });

  expect(assessment.flags).toEqual([]);
  expect(assessment.status).toBe('scored');
});

test('what a second opinion alone notices is told, once', async () => {
  const noticed = { output: { ...reading, instructions_in_answer: true } };
  const flag = { kind: 'instructions_in_answer' };

  const alone = await readTwice({ output: reading }, noticed);
  const both = await readTwice(noticed, noticed);

  expect(alone.assessment.flags).toEqual([expect.objectContaining(flag)]);
  expect(both.assessment.flags).toEqual([expect.objectContaining(flag)]);
});

test.each<[string, Next]>([
  ['fails', { error: new ThrottlingException({ $metadata: {}, message: 'no' }) }],
  ['says nothing usable', { text: 'no' }],
])('a second opinion that %s blocks nothing, and is not asked for again', async (_, next) => {
  const { assessment, second } = await readTwice({ output: levels(4, 3) }, next);

  expect(assessment.status).toBe('scored');
  expect(assessment.flags).toEqual([]);
  expect(second).toHaveLength(1);
});

test.each<[string, number, Next]>([
  ['was made', 1, { output: reading }],
  ['failed too', 0, { error: new ThrottlingException({ $metadata: {}, message: 'no' }) }],
])(
  'a second opinion that %s beside a failed reading is booked %d times',
  async (_, times, next) => {
    const wasted = vi.fn<Interviewer['wasted']>(async () => {});
    const failing = { error: new ThrottlingException({ $metadata: {}, message: 'no' }) };

    const made = readTwice(failing, next, { wasted });

    await expect(made).rejects.toMatchObject({ failure: 'throttled' });
    expect(wasted).toHaveBeenCalledTimes(times);
    for (const [used] of wasted.mock.calls) expect(used).toMatchObject({ model_id: nova });
  },
);

test('a criterion that one of the two did not score is not compared', () => {
  const made = { criterion_id: 'a', quotes: [], not_scored: null };

  const criteria = apart(
    [
      { ...made, level: null },
      { ...made, criterion_id: 'b', level: 5 },
    ],
    [
      { ...made, level: 5 },
      { ...made, criterion_id: 'b', level: null },
    ],
  );

  expect(criteria).toEqual([]);
});

describe('a reading that finds nothing in a long answer', () => {
  const long = `${toRead.answer} ${'Then I asked the others about it. '.repeat(5)}`;
  const nothing = {
    output: {
      ...reading,
      criteria: reading.criteria.map((one) => ({ ...one, level: 1, quotes: [] })),
    },
  };
  const read = async (...replies: Next[]) => {
    const { interviewer, requests } = interviewerWith(nothing, ...replies);
    const assessment = await interviewer.assessAnswer({ ...toRead, answer: long }, soon());
    const prompts = new Set(requests.map(({ system }) => system?.[0]?.text));
    return { ...assessment, calls: requests.length, prompts: prompts.size };
  };

  test('is read once more by the other prompt, and both are paid for', async () => {
    const { calls, prompts, provenance, second_opinion } = await read(nothing);

    expect([calls, prompts]).toEqual([2, 2]);
    expect(provenance).toMatchObject({ prompt_version: '3', input_tokens: 100 });
    expect(second_opinion).toMatchObject({ prompt_version: '3-second', input_tokens: 100 });
  });

  test('and again finds nothing is scored without a flag', async () => {
    const { status, criteria, flags } = await read(nothing);

    expect(status).toBe('scored');
    expect(criteria.map(({ level }) => level)).toEqual([1, 1]);
    expect(flags).toEqual([]);
  });

  test('and then finds more is not scored where it does, and a human is asked', async () => {
    const { status, criteria, flags } = await read({ output: levels(4, 2) });

    expect(status).toBe('needs_human');
    expect(criteria).toMatchObject([{ level: null, not_scored: 'not_confirmed' }, { level: 1 }]);
    expect(flags).toEqual([
      { kind: 'second_opinion_differs', detail: 'More than one level apart: diagnosis' },
    ]);
  });

  test('and then a little stays without a flag', async () => {
    const { flags } = await read({ output: levels(2, 2) });

    expect(flags).toEqual([]);
  });

  test.each<[string, number, Next]>([
    ['fails', 2, { error: new ThrottlingException({ $metadata: {}, message: 'no' }) }],
    ['says nothing usable', 3, { text: 'no' }],
    [
      'quotes what nobody said',
      3,
      {
        output: {
          ...reading,
          criteria: reading.criteria.map((one) => ({ ...one, quotes: ['nowhere said at all'] })),
        },
      },
    ],
  ])('whose second reading %s is not scored, after %d calls', async (_, expected, next) => {
    const { status, criteria, flags, calls } = await read(next);

    expect(status).toBe('needs_human');
    expect(criteria.map(({ level }) => level)).toEqual([null, null]);
    expect(flags).toEqual([
      { kind: 'other', detail: 'Level 1 throughout, which no second reading confirms' },
    ]);
    expect(calls).toBe(expected);
  });

  test('has its second reading in the second opinion, where there is one', async () => {
    const { assessment, second } = await readTwice(nothing, nothing, { answer: long });

    expect(assessment.flags).toEqual([]);
    expect(second).toHaveLength(1);
  });

  test('asks a human where the second opinion failed', async () => {
    const { assessment, second } = await readTwice(nothing, { text: 'no' }, { answer: long });

    expect(assessment.flags.map(({ kind }) => kind)).toEqual(['other']);
    expect(second).toHaveLength(1);
  });
});

describe('a second reading is not needed', () => {
  const made = { criterion_id: 'a', level: 1, quotes: [], not_scored: null };
  const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(' ');
  const empty = (over: object, answer = words(60)) =>
    isEmptyReading({ criteria: [made, { ...made, ...over }] }, answer);

  test('by an answer of 59 words, and by one of 60 it is', () => {
    expect([empty({}, words(59)), empty({}, words(60))]).toEqual([false, true]);
  });

  test.each([
    ['a level above 1', { level: 2, quotes: ['word1 word2'] }],
    ['a quote at level 1', { quotes: ['word1 word2'] }],
    ['a warning sign', { warning_signs: ['word1 word2'] }],
    ['a level that was not given', { level: null, not_scored: 'no_quote' }],
  ])('by a reading with %s', (_, over) => {
    expect(empty(over)).toBe(false);
  });
});
