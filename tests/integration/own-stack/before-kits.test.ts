import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import stored from '../../data/before-kits.json' with { type: 'json' };
import { anAnswer } from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';

const stack = await startTestStack();
const { api, table } = stack;
const recruiter = await api.logIn();
const { ids } = stored;
beforeAll(async () => {
  for (const item of stored.items) await table.put(item);
});

const candidateOf = async (interview_id: string) =>
  api.candidate((await recruiter.getLink(interview_id)).ok());
const textsOf = (interview_id: string) =>
  z
    .array(z.object({ pk: z.string(), sk: z.string(), text: z.string() }))
    .parse(stored.items.filter(({ sk }) => sk.startsWith('QUESTION#')))
    .filter(({ pk }) => pk.endsWith(interview_id))
    .map(({ text }) => text);

describe('an interview that was made before kits', () => {
  it('in progress goes on with its questions, answer and draft, and is evaluated', async () => {
    const candidate = await candidateOf(ids.started);

    const started = (await candidate.start()).ok();
    for (const n of [2, 3]) (await candidate.submit(anAnswer(n))).ok();
    const completed = (await candidate.complete()).ok();

    expect(started.questions.map(({ text }) => text)).toEqual(textsOf(ids.started));
    expect(started).toMatchObject({ answered_questions: 1, draft: { text: 'Half a sentence' } });
    expect(completed).toMatchObject({ status: 'completed', answered_questions: 3 });
  });

  it('with a link keeps it, and gets a kit with the next one before the start', async () => {
    const { interview_id, link_token } = (await recruiter.generate(ids.linked)).ok();
    const before = (await recruiter.read(interview_id)).ok();

    (await recruiter.regenerate(interview_id)).ok();

    const after = (await recruiter.read(interview_id)).ok();
    expect(link_token).toHaveLength(110);
    expect(before.questions.map(({ text }) => text)).toEqual(textsOf(ids.linked));
    expect(before.kit_id).toBeNull();
    expect(after.kit_id).not.toBeNull();
    expect(after.questions).toHaveLength(3);
    // What the replaced questions cost is still counted.
    expect(after.cost.questions.input_tokens).toBeGreaterThan(before.cost.questions.input_tokens);
  });

  it('without a link gets one with the questions of its job', async () => {
    (await recruiter.generate(ids.scheduled)).ok();

    const seen = (await recruiter.read(ids.scheduled)).ok();
    const other = (await recruiter.read(ids.linked)).ok();
    expect(seen.kit_id).toBe(other.kit_id);
  });

  it('that is completed shows the same result, and can be evaluated again', async () => {
    const candidate = await candidateOf(ids.done);
    const seen = (await recruiter.read(ids.done)).ok();

    const repeated = (await candidate.complete()).ok();

    expect(repeated).toMatchObject({ status: 'completed', score: seen.evaluation?.score });
    expect(seen.evaluation?.score).not.toBeNull();
    expect((await recruiter.evaluate(ids.done)).status).toBe(202);
  });
});
