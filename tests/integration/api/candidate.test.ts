import { describe, expect, it } from 'vitest';
import { currentNotice } from '../../../shared/domain/notice/versions.ts';
import { anAnswer, answerAll, begin, inMinutes, invite } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';
import { recordPrompts } from './prompts.ts';
import { expectErrorForm } from './refusals.ts';

const model = recordPrompts();
const stack = await sharedTestStack();
const { api } = stack;
const recruiter = await api.logIn();

const started = async (over: object = {}) => {
  const candidate = await begin(stack, recruiter, over);
  const [one = '', two = ''] = candidate.questions.map(({ id }) => id);
  return { ...candidate, one, two };
};

describe('a draft', () => {
  it('is stored, and is returned when the interview is resumed', async () => {
    const { draft, start, one } = await started();

    const saved = (await draft(one, 'Half a sen', 1)).ok();

    const resumed = (await start()).ok();
    expect(saved).toMatchObject({ question_id: one, version: 1 });
    expect(resumed.draft).toMatchObject({ question_id: one, version: 1, text: 'Half a sen' });
  });

  it('is replaced by a newer one, whatever its length', async () => {
    const { draft, start, one } = await started();
    await draft(one, 'Half a sentence', 1);

    const saved = await draft(one, '', 7);

    expect(saved.status).toBe(200);
    expect((await start()).ok().draft).toMatchObject({ version: 7, text: '' });
  });

  it('that is older is refused, and the newer one returned', async () => {
    const { draft, one } = await started();
    await draft(one, 'The newer one', 5);

    const refused = await draft(one, 'The older one', 4);

    expectErrorForm(refused, 409, 'draft_outdated');
    expect(refused.refusal().draft).toEqual({
      question_id: one,
      text: 'The newer one',
      version: 5,
      saved_at: expect.stringMatching(/Z$/),
    });
  });

  it('of the same version is a retry if the text is the same, and outdated if it is not', async () => {
    const { draft, one } = await started();
    const first = (await draft(one, 'The same', 3)).ok();

    const again = (await draft(one, 'The same', 3)).ok();
    const other = await draft(one, 'Another', 3);

    expect(again).toEqual(first);
    expectErrorForm(other, 409, 'draft_outdated');
  });

  it('is the newest one when several arrive at once, in any order', async () => {
    const { draft, start, one } = await started();

    await Promise.all([9, 4, 8, 3, 7].map((version) => draft(one, `Draft ${version}`, version)));

    expect((await start()).ok().draft).toMatchObject({ version: 9, text: 'Draft 9' });
  });

  it('is deleted when its answer is stored, and none is accepted after it', async () => {
    const { draft, submit, interview_id, one, two } = await started();
    await draft(one, 'Half a sentence', 1);
    await draft(two, 'Of the next', 1);

    (await submit('The whole sentence.', one)).ok();
    const late = await draft(one, 'Half a sentence', 2);

    const left = await stack.table.itemsOf(interview_id, 'DRAFT');
    expect(left.map(({ text }) => text)).toEqual(['Of the next']);
    expectErrorForm(late, 409, 'already_answered');
  });

  it('is refused for a question of another interview, and with an invalid version', async () => {
    const { draft, one } = await started();
    // Interviews of one job share their questions.
    const other = await started({ job_title: 'Another job' });

    const replies = [
      await draft(other.one, 'Not mine', 1),
      await draft(one, 'Version 0', 0),
      await draft(one, 'Version 1.5', 1.5),
    ];

    for (const reply of replies) expectErrorForm(reply, 400, 'invalid_input');
    expect(replies.map((reply) => reply.refusal().issues?.[0]?.path)).toEqual([
      'question_id',
      'version',
      'version',
    ]);
  });
});

describe('a request for an accommodation', () => {
  const message = 'I read slowly and would like fifty per cent more time, zebra-crossing.';

  it.each([
    ['before the interview opens', { starts_at: inMinutes(600) }],
    ['while it is open', {}],
    ['after it has expired', { starts_at: inMinutes(-600), ends_at: inMinutes(-560) }],
  ])('is accepted %s, and recruiters see it', async (_, times) => {
    const { ask, interview_id } = await invite(stack, recruiter, times);

    const asked = (await ask(message, 'other_format')).ok();

    const { accommodations, status, audit } = (await recruiter.read(interview_id)).ok();
    expect(accommodations).toMatchObject([
      { accommodation_id: asked.accommodation_id, kind: 'other_format', message },
    ]);
    expect(status).toBe('scheduled');
    expect(audit.map(({ event }) => event)).toContain('accommodation_requested');
  });

  it('is stored once if it is sent again, and separately if it differs', async () => {
    const { ask, interview_id } = await invite(stack, recruiter);
    const first = (await ask(message)).ok();

    const again = (await ask(message)).ok();
    const other = (await ask(message, 'other')).ok();

    const { accommodations } = (await recruiter.read(interview_id)).ok();
    expect(again.accommodation_id).toBe(first.accommodation_id);
    expect(other.accommodation_id).not.toBe(first.accommodation_id);
    expect(accommodations).toHaveLength(2);
  });

  it('of an unknown kind is refused', async () => {
    const { ask } = await invite(stack, recruiter);

    const refused = await ask(message, 'holiday');

    expectErrorForm(refused, 400, 'invalid_input');
    expect(refused.refusal().issues?.[0]?.path).toBe('kind');
  });

  it('never reaches a prompt, nor does a draft, a name or an address', async () => {
    model.forget();
    const candidate_name = 'Quirin Zolnerowich';
    const candidate = await invite(stack, recruiter, {
      candidate_name,
      candidate_email: 'quirin.z@example.com',
      job_title: `Engineer ${Date.now()}`,
      follow_ups: 1,
    });
    (await candidate.ask(message)).ok();
    const { current_question_id } = (await candidate.start()).ok();
    await candidate.draft(current_question_id ?? '', 'A draft about a xylophone', 1);
    await answerAll(candidate);
    (await candidate.complete()).ok();

    const prompts = JSON.stringify(model.prompts());

    expect(model.prompts().length).toBeGreaterThanOrEqual(6);
    for (const secret of ['zebra-crossing', 'xylophone', 'Quirin', 'Zolnerowich', 'quirin.z@']) {
      expect(prompts).not.toContain(secret);
    }
  });

  it('adds nothing of the résumé or another answer to a scoring prompt', async () => {
    const resume_text = 'Ten years of route planning. Call +49 30 5550142.';
    const candidate = await invite(stack, recruiter, { resume_text });
    const { questions } = (await candidate.start()).ok();
    model.forget();
    for (const [n, { id }] of questions.entries()) {
      await candidate.submit(`ANSWER-${n}-CANARY ${anAnswer(n)}`, id);
    }
    (await candidate.complete()).ok();

    const readings = model.of('assess_answer').map(({ messages }) => messages);
    const closing = model.of('write_closing').map(({ messages }) => messages);

    expect([readings.length, closing.length]).toEqual([3, 1]);
    for (const [n, reading] of readings.entries()) {
      expect(reading.match(/ANSWER-\d-CANARY/g)).toEqual([`ANSWER-${n}-CANARY`]);
      expect(reading).not.toMatch(/5550142|Ten years of route/);
    }
    expect(closing[0]).not.toMatch(/5550142|Ten years of route/);
  });
});

describe('the notice, if it is not required,', () => {
  it('is announced, and may be left out', async () => {
    const { view, start, interview_id } = await invite(stack, recruiter);

    const { notice } = (await view()).ok();
    const reply = await start();

    expect(notice).toEqual({ version: currentNotice, required: false });
    expect(reply.status).toBe(200);
    expect((await recruiter.read(interview_id)).ok().session?.notice).toBeNull();
  });

  it('is stored once, with the time at which it is accepted', async () => {
    const { start, interview_id } = await invite(stack, recruiter);

    (await start({ notice_version: currentNotice })).ok();
    (await start()).ok();

    const { session } = (await recruiter.read(interview_id)).ok();
    expect(session?.notice).toEqual({ version: currentNotice, accepted_at: session?.started_at });
  });

  it('is refused in an unknown version, and nothing starts', async () => {
    const { start, interview_id } = await invite(stack, recruiter);

    const refused = await start({ notice_version: '1999-01' });

    expectErrorForm(refused, 400, 'invalid_input');
    expect(refused.refusal().issues?.[0]?.path).toBe('notice_version');
    expect((await recruiter.read(interview_id)).ok().status).toBe('scheduled');
  });
});
