import { type Mock, vi } from 'vitest';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { createInterviewer } from '../../../shared/interviewer/create-interviewer.ts';
import type { Interviewer, Job } from '../../../shared/interviewer/interviewer.ts';
import { fakeBedrock, type Next } from './fake-bedrock.ts';

export const haiku = 'global.anthropic.claude-haiku-5-5';

export const soon = () => ({ at: Date.now() + 20_000 });

export const job: Job = {
  title: 'Backend engineer',
  description: 'You run our booking service in TypeScript and PostgreSQL and keep it fast.',
  type: 'technical',
  difficulty: 'medium',
  language: 'en-US',
};

export const rubric: Rubric = {
  version: 1,
  criteria: [
    {
      id: 'diagnosis',
      name: 'Diagnosis',
      anchors: {
        1: 'Guesses a cause without looking.',
        3: 'Looks at one source of facts before acting.',
        5: 'Narrows the cause down with several measurements.',
      },
      evidence_wanted: ['reads the query plan', 'compares before and after'],
      weight: 0.5,
    },
    {
      id: 'remedy',
      name: 'Remedy',
      anchors: {
        1: 'Names no remedy.',
        3: 'Names a fitting remedy.',
        5: 'Weighs remedies and checks the effect.',
      },
      evidence_wanted: ['adds an index where it helps', 'measures the effect afterwards'],
      weight: 0.5,
    },
  ],
};

export const question = 'A page has become slow since last week. How do you go about it?';

export const answer =
  'First I looked at the slow query log and read the plan with EXPLAIN. The planner scanned the whole bookings table. I added an index on the start date and the page went from 4 seconds to 90 ms.';

export const toRead = { question, rubric, answer, language: 'en-US' };

/** An assessment of the answer that is right in every way. */
export const reading = {
  criteria: [
    {
      criterion_id: 'diagnosis',
      quotes: ['I looked at the slow query log and read the plan with EXPLAIN'],
      level: 4,
    },
    { criterion_id: 'remedy', quotes: ['I added an index on the start date'], level: 3 },
  ],
  feedback: {
    strength: 'You went to the facts before you changed anything, and told what you saw.',
    tip: 'Tell also which other ways you thought about and why you left them.',
  },
  instructions_in_answer: false,
};

export const competencies = [
  {
    id: 'databases',
    name: 'Databases',
    description: 'Keeps queries fast as data grows.',
    weight: 0.5,
  },
  { id: 'operations', name: 'Operations', description: 'Finds and mends faults.', weight: 0.25 },
  {
    id: 'design',
    name: 'Interface design',
    description: 'Designs clear interfaces.',
    weight: 0.125,
  },
  { id: 'review', name: 'Code review', description: 'Reviews the work of others.', weight: 0.125 },
];

/** The reply that these competencies are made from. */
export const derivation = {
  competencies: competencies.map(({ name, description }) => ({ name, description, importance: 3 })),
};

const criterion = (name: string, importance: number) => ({
  name,
  level_1: `Says nothing about ${name.toLowerCase()}.`,
  level_3: `Gives one fitting thought about ${name.toLowerCase()}.`,
  level_5: `Weighs several thoughts about ${name.toLowerCase()} with reasons.`,
  evidence_wanted: [`a step taken for ${name.toLowerCase()}`, 'a reason for it'],
  importance,
});

/** A written question that is right in every way. */
export const written = (competency_id: string, n = 1) => ({
  competency_id,
  text: `Think of a task number ${n} around ${competency_id}. How did you approach it, and why that way?`,
  criteria: [criterion('Approach', 3), criterion('Reasons', 2)],
});

export const closing = {
  evaluation: 'Your answers showed how you look for facts first. You told each step plainly.',
  strengths: 'You looked at the plan of the query before changing anything.',
  areas_for_improvement: 'Tell which other ways you weighed, and how you checked the result.',
};

/** An interviewer whose model gives these replies, and what it books as wasted. */
export const interviewerWith = (...parts: Next[]) => {
  const { bedrock, requests } = fakeBedrock(...parts);
  const wasted = vi.fn<Interviewer['wasted']>(async () => {});
  const interviewer = createInterviewer({
    bedrock,
    question_model: haiku,
    evaluation_model: haiku,
    wasted,
  });
  return { interviewer, requests, wasted };
};

/** The input tokens that were booked as wasted. */
export const tokensOf = (wasted: Mock<Interviewer['wasted']>) =>
  wasted.mock.calls.flat().reduce((sum, { input_tokens }) => sum + input_tokens, 0);
