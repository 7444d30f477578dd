import { describe, expect, it } from 'vitest';
import { currentNotice } from '../../../shared/domain/notice/versions.ts';
import { answerAll, invite } from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';
import { expectErrorForm } from './refusals.ts';

const stack = await startTestStack({ requireNotice: true });
const recruiter = await stack.api.logIn();

describe('a deployment that requires the notice', () => {
  it('starts no interview without it, and says which version it wants', async () => {
    const { view, start, interview_id } = await invite(stack, recruiter);

    const told = (await view()).ok().notice;
    const refused = await start();

    expect(told).toEqual({ version: currentNotice, required: true });
    expectErrorForm(refused, 403, 'notice_required');
    expect(refused.refusal().notice_version).toBe(currentNotice);
    expect((await recruiter.read(interview_id)).ok().status).toBe('scheduled');
  });

  it('asks for it once: what was accepted at the start holds to the end', async () => {
    const candidate = await invite(stack, recruiter);
    (await candidate.start({ notice_version: currentNotice })).ok();

    await answerAll(candidate);
    const completed = (await candidate.complete()).ok();

    const { session } = (await recruiter.read(candidate.interview_id)).ok();
    expect(completed.status).toBe('completed');
    expect(session?.notice?.version).toBe(currentNotice);
  });
});
