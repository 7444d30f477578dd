import { describe, expect, it } from 'vitest';
import type { EndpointName, Reply } from '../../support/client.ts';
import { endpointNames, rows } from '../../support/client.ts';
import { anAnswer, begin, invite, newInterview } from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';
import { sampleRequests } from './samples.ts';

const stack = await startTestStack();
const { api } = stack;
const recruiter = await api.logIn();
const samples = await sampleRequests(stack, recruiter);

/** The calls that a request makes on the table: of interviews and jobs, and of the budget. */
const callsOf = async (request: () => Promise<Reply>) => {
  const calls: string[] = [];
  const budget: string[] = [];
  const off = stack.hear((service, operation, input, phase) => {
    if (service !== 'dynamodb' || phase !== 'before') return;
    const reads = operation === 'Query' && JSON.stringify(input).includes('BUDGET#');
    (reads ? budget : calls).push(operation);
  });
  (await request()).ok();
  off();
  return { calls, budget };
};

const write = ['Query', 'TransactWriteItems'];

describe('the round trips to the table', () => {
  const reading = endpointNames.filter(
    (name) => rows[name].uses.includes('table:read') && !rows[name].uses.includes('table:write'),
  );
  it.each(reading)('of %s are one', async (name) => {
    const { calls } = await callsOf(() => api.call(name, samples[name]));

    expect(calls).toEqual(['Query']);
  });

  const none = endpointNames.filter((name) => !rows[name].uses.some((use) => /^table:/.test(use)));
  it.each(none)('of %s are none', async (name) => {
    const { calls } = await callsOf(() => api.call(name, samples[name]));

    expect(calls).toEqual([]);
  });

  const writing: [EndpointName, () => Promise<() => Promise<Reply>>, string[]][] = [
    ['createInterview', async () => () => recruiter.create(newInterview()), ['TransactWriteItems']],
    [
      'generateLink',
      async () => {
        const { interview_id } = (await recruiter.create(newInterview())).ok();
        return () => recruiter.generate(interview_id);
      },
      // The competencies of the job lie outside the interview.
      ['Query', 'GetItem', 'TransactWriteItems'],
    ],
    [
      'regenerateLink',
      async () => {
        const { interview_id } = await begin(stack, recruiter);
        return () => recruiter.regenerate(interview_id);
      },
      write,
    ],
    ['startInterview', async () => (await invite(stack, recruiter)).start, write],
    [
      'saveDraft',
      async () => {
        const { draft, questions } = await begin(stack, recruiter);
        return () => draft(questions[0]?.id ?? '', 'Half a sentence', 1);
      },
      write,
    ],
    [
      'requestAccommodation',
      async () => {
        const { ask } = await invite(stack, recruiter);
        return () => ask('More time, please.');
      },
      write,
    ],
    [
      'submitResponse',
      async () => {
        const { submit } = await begin(stack, recruiter);
        return () => submit(anAnswer(1));
      },
      ['Query', 'TransactWriteItems', 'TransactWriteItems'],
    ],
    [
      'completeInterview',
      async () => {
        const { submit, complete } = await begin(stack, recruiter);
        (await submit(anAnswer(1))).ok();
        return complete;
      },
      ['Query', 'TransactWriteItems', 'TransactWriteItems'],
    ],
    [
      'reEvaluateInterview',
      async () => () => api.call('reEvaluateInterview', samples.reEvaluateInterview),
      write,
    ],
  ];
  it.each(writing)('of %s are as few as its changes need', async (_, prepare, expected) => {
    const request = await prepare();

    const { calls } = await callsOf(request);

    expect(calls).toEqual(expected);
  });

  it('are counted of every row', () => {
    const counted = [...reading, ...none, ...writing.map(([name]) => name)];

    expect(counted.toSorted()).toEqual(endpointNames.toSorted());
  });

  it('of a repetition are the read alone', async () => {
    const { start, submit, complete } = await begin(stack, recruiter);
    (await submit(anAnswer(1))).ok();
    (await complete()).ok();

    const repeated = [await callsOf(start), await callsOf(() => submit(anAnswer(1)))];

    expect(repeated.map(({ calls }) => calls)).toEqual([['Query'], ['Query']]);
    expect((await callsOf(complete)).calls).toEqual(['Query']);
  });

  it('for the budget are one in half a minute of each function, whatever comes in', async () => {
    const { submit } = await begin(stack, recruiter);
    (await submit(anAnswer(1))).ok();

    const { budget } = await callsOf(() => submit(anAnswer(2)));

    expect(budget).toEqual([]);
  });
});
