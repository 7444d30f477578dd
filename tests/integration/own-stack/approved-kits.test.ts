import { describe, expect, it } from 'vitest';
import { newInterview, newKit } from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';
import { expectErrorForm } from '../api/refusals.ts';

// Unlike in all other tests, this deployment asks with approved kits only.
const stack = await startTestStack({ requireApprovedKit: true });
const { api } = stack;
const recruiter = await api.logIn();
const { access } = recruiter;
const approve = (kit_id: string, version: number) =>
  api.call('approveKit', { access, params: { kit_id }, body: { version } });
const created = async (over: object = {}) =>
  (await recruiter.create(newInterview({ resume_text: undefined, ...over }))).ok().interview_id;

describe('a deployment that requires approved kits', () => {
  it('refuses a link for a job without a kit, and asks no model', async () => {
    const interview_id = await created();

    const refused = [
      await recruiter.generate(interview_id),
      await recruiter.regenerate(interview_id),
    ];

    for (const reply of refused) expectErrorForm(reply, 409, 'kit_not_approved');
    expect(stack.bedrock.calls).toEqual([]);
  });

  it('refuses a link while the kit is a draft, then takes the newest approved version', async () => {
    const kit = (await api.call('createKit', { access, body: newKit() })).ok();
    const { kit_id, questions } = kit;
    const interview_id = await created({ kit_id });
    const draft = await recruiter.generate(interview_id);
    (await approve(kit_id, 1)).ok();
    const [first, ...rest] = questions;
    const body = { version: 1, questions: [{ ...first, text: 'A draft of a question?' }, ...rest] };
    (await api.call('reviseKit', { access, params: { kit_id }, body })).ok();

    (await recruiter.generate(interview_id)).ok();

    expectErrorForm(draft, 409, 'kit_not_approved');
    const seen = (await recruiter.read(interview_id)).ok();
    expect(seen.questions.map(({ text }) => text)).toEqual(questions.map(({ text }) => text));
    (await approve(kit_id, 2)).ok();
    (await recruiter.regenerate(interview_id)).ok();
    const renewed = (await recruiter.read(interview_id)).ok();
    expect(renewed.questions[0]?.text).toBe('A draft of a question?');
  });
});
