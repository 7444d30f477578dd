import { expect, test } from 'vitest';
import type { CriterionLevel } from '../../../shared/domain/assessment.ts';
import { interviewerWith, question, rubric, soon } from './examples.ts';
import { textOf } from './fake-bedrock.ts';

const level = (criterion_id: string, made: number | null): CriterionLevel => ({
  criterion_id,
  level: made,
  quotes: made === null ? [] : ['I added an index'],
  not_scored: made === null ? 'no_quote' : null,
});
const input = (...criteria: CriterionLevel[]) => ({
  question,
  rubric,
  assessment: { criteria },
  language: 'en-US',
});
const good = 'What did you do after that, and how did you know that it was better?';

test('no model is asked if the answer showed everything', async () => {
  const { interviewer, requests } = interviewerWith({ output: { question: good } });

  const made = await interviewer.writeFollowUp(
    input(level('diagnosis', 4), level('remedy', 5)),
    soon(),
  );

  expect(made).toBeNull();
  expect(requests).toHaveLength(0);
});

test('a model is asked about what was not shown, and sees only that of the rubric', async () => {
  const { interviewer, requests } = interviewerWith({ output: { question: good } });

  const made = await interviewer.writeFollowUp(
    input(level('diagnosis', 5), level('remedy', 2)),
    soon(),
  );

  expect(made).toMatchObject({ text: good, provenance: { prompt_version: '1' } });
  expect(textOf(requests[0])).toContain('"remedy"');
  expect(textOf(requests[0])).not.toContain('"diagnosis"');
});

test('a criterion that was not scored counts as not shown', async () => {
  const { interviewer } = interviewerWith({ output: { question: good } });

  const made = await interviewer.writeFollowUp(
    input(level('diagnosis', 5), level('remedy', null)),
    soon(),
  );

  expect(made?.text).toBe(good);
});

test.each([
  ['evidence', 'Have you thought of one who reads the query plan at such a time?'],
  ['an anchor', 'Would it help that one weighs remedies and checks the effect here?'],
  ['the question again', question],
  ['a level', 'That was level two; what else did you do there?'],
  ['a number', 'What would you do in the next 30 minutes?'],
  ['another language', 'Was haben Sie danach getan, und wie haben Sie das mit der Gruppe geprüft?'],
  ['too many words', `${'and then what '.repeat(30)}?`],
])('a follow-up that contains %s is refused', async (_, text) => {
  const { interviewer } = interviewerWith({ output: { question: text } });

  const made = interviewer.writeFollowUp(input(level('diagnosis', 2), level('remedy', 2)), soon());

  await expect(made).rejects.toMatchObject({ failure: 'invalid_output' });
});
