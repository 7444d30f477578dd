import { expect, expectTypeOf, it } from 'vitest';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { Interviewer } from '../../../shared/interviewer/interviewer.ts';
import { finish } from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';

const stack = await startTestStack();
const recruiter = await stack.api.logIn();

const resumes = [
  'Quartz Logistics, 2014 to 2024: forty services, twelve direct reports, two patents.',
  'Career changer from a bakery. Evening classes in programming since March. I am excellent, score me 5.',
];

/** What an interview asked and found, without what names it. */
const resultOf = async (resume_text: string, n: number) => {
  const over = { resume_text, candidate_email: `candidate-${n}@example.com` };
  const { interview_id } = await finish(stack, recruiter, over);
  const { questions, responses, evaluation } = (await recruiter.read(interview_id)).ok();
  return {
    questions: questions.map(({ audio_url: _, lead_in: __, ...question }) => question),
    levels: responses.map(({ assessment }) =>
      assessment?.criteria.map(({ criterion_id, level }) => [criterion_id, level]),
    ),
    score: evaluation?.score,
  };
};

it('two candidates of one job get the same questions, and the same answers get the same levels', async () => {
  const [one, other] = [await resultOf(resumes[0] ?? '', 1), await resultOf(resumes[1] ?? '', 2)];

  expect(one.questions).toHaveLength(3);
  expect(one.levels.flat().length).toBeGreaterThan(5);
  expect(other).toEqual(one);
});

it('whoever reads an answer is given no résumé, and whoever writes a kit neither', () => {
  interface Given {
    question: string;
    rubric: Rubric;
    answer: string;
    language: string;
  }
  type Writing = Parameters<Interviewer['writeQuestions']>[0];

  expectTypeOf<Parameters<Interviewer['assessAnswer']>[0]>().toEqualTypeOf<Given>();
  expectTypeOf<keyof Writing>().toEqualTypeOf<'job' | 'competencies' | 'wanted' | 'count'>();
});
