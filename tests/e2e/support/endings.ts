import type { Page } from 'playwright-core';
import type { Result } from '../../../shared/contract/result.ts';
import { endpoint, goodAnswer, withChange } from './candidate.ts';
import type { Recruiter } from './recruiter.ts';

/** Passages of a good answer, as a reading gives them: by criterion, not by place. */
const quotes = [
  'As a result double bookings fell from forty a week to none.',
  'I decided to move it from nightly jobs to an event queue … I added an index',
  'two colleagues reviewed the code',
];

/** What a model might have made of good answers; the offline interviewer makes nothing of the kind. */
export const made = {
  evaluation:
    'Your answers tell of one real project, from the cause of a fault to what came of it.',
  score: 74,
  recommendation: 'Yes',
  evaluator: 'bedrock',
  strengths:
    'You name what you decided yourself and why, and you give the numbers from before and after.',
  areas_for_improvement: 'What others said to it, and what you would do differently today.',
  needs_human: false,
} satisfies Partial<Result>;
export const low = { ...made, score: 18, recommendation: 'No' };
export const unscored = { ...made, score: null, recommendation: null, needs_human: true };

/** Gives an interview that is completed another result, here and when its link is opened again. */
export const withResult = (page: Page, result: object) =>
  withChange(page, '**/public/{complete,start}/', (body: Partial<Result>) =>
    body.evidence
      ? { ...body, evidence: body.evidence.map((one) => ({ ...one, quotes })), ...result }
      : body,
  );

/** The link of an interview whose three answers were sent elsewhere, and which is completed. */
export const completed = async ({ asCandidate, invite }: Recruiter): Promise<string> => {
  const { url, interview_id, token: link_token } = await invite();
  const { session_id } = await asCandidate('start', { interview_id, link_token });
  for (const number of [1, 2, 3]) {
    const response_text = `${number}. ${goodAnswer}`;
    await asCandidate('submit-response', { session_id, link_token, response_text });
  }
  await asCandidate('complete', { session_id, link_token });
  return url;
};

const ending = (name: string, result: object, says: string) => ({
  name,
  /** Opens a completed interview that has this result and tells what happens next. */
  play: async (page: Page, { recruiter }: { recruiter: Recruiter }) => {
    const next_step = 'Sam Okafor writes to you, whatever the decision is.';
    await withChange(page, endpoint.open, (body) => ({
      ...body,
      decision_by: '2026-12-04',
      next_step,
    }));
    await withResult(page, result);
    await page.goto(await completed(recruiter));
    await page.getByRole('status').getByText(says).waitFor();
  },
});

/** How an interview can end. */
export const endings = [
  ending('evaluating', { status: 'evaluating' }, 'being prepared'),
  ending('complete', made, 'The evaluation'),
  ending('complete-with-a-low-score', low, 'The evaluation'),
  ending('complete-without-score', unscored, 'There is no score'),
];
