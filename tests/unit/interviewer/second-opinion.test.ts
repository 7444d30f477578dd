import { ThrottlingException } from '@aws-sdk/client-bedrock-runtime';
import { expect, test } from 'vitest';
import type { ConverseClient } from '../../../shared/interviewer/ask.ts';
import { createInterviewer } from '../../../shared/interviewer/create-interviewer.ts';
import { apart } from '../../../shared/interviewer/second-opinion.ts';
import { haiku, reading, soon, toRead } from './examples.ts';
import { fakeBedrock, type Next } from './fake-bedrock.ts';

const nova = 'amazon.nova-pro-v1:0';
const levels = (...made: number[]) => ({
  ...reading,
  criteria: reading.criteria.map((one, n) => ({ ...one, level: made[n] ?? one.level })),
});

const readTwice = async (first: Next, second: Next) => {
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
  });
  const assessment = await interviewer.assessAnswer(toRead, soon());
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

test.each<[string, Next]>([
  ['fails', { error: new ThrottlingException({ $metadata: {}, message: 'no' }) }],
  ['says nothing usable', { text: 'no' }],
])('a second opinion that %s blocks nothing, and is not asked for again', async (_, next) => {
  const { assessment, second } = await readTwice({ output: levels(4, 3) }, next);

  expect(assessment.status).toBe('scored');
  expect(assessment.flags).toEqual([]);
  expect(second).toHaveLength(1);
});

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
