import { describe, expect, it } from 'vitest';
import { getInterview } from '../../../functions/get-interview/get-interview.ts';
import { endpoints } from '../../../shared/contract/endpoints.ts';
import { askedText } from '../../../shared/domain/session.ts';
import { readingFrom } from '../../support/reading.ts';
import { aProvenance, id } from '../../support/records.ts';
import { createWorld } from '../../support/world.ts';

const sentence = 'You wrote of a migration at sea.';
const asked = (n: number) => `${n < 3 ? `${sentence} ` : ''}Written question ${n}?`;

/** A started interview whose first two questions have a lead-in. */
const started = async (over = {}) => {
  const world = createWorld();
  const { interviewer } = world.interviewer;
  interviewer.writeLeadIns = async () => ({
    lead_ins: [0, 1].map((question) => ({ question, sentence })),
    provenance: aProvenance(),
  });
  await world.create(over, 'Ten years at sea.');
  const { link_token, ai_session_id: session_id } = await world.generate();
  const view = await world.start(link_token);
  const submit = (response_text: string) => world.submit(link_token, { session_id, response_text });
  const complete = () => world.complete(link_token, session_id);
  const given = (call: string) =>
    world.interviewer.asked.filter((one) => one.call === call).map(({ input }) => input);
  return { world, view, submit, complete, given, link_token };
};

describe('what a candidate meets', () => {
  it('at the start is the lead-in and the question together', async () => {
    const { view } = await started();

    const shown = endpoints.startInterview.response.parse(view);

    expect(shown.current_question).toBe(asked(1));
    expect(shown.questions.map(({ text }) => text)).toEqual([1, 2, 3].map(asked));
    expect(JSON.stringify(shown)).not.toContain('lead_in');
  });

  it('after an answer is the next lead-in and question', async () => {
    const { submit } = await started();

    const replies = [await submit('one'), await submit('two'), await submit('three')];

    expect(replies.map(({ next_question }) => next_question)).toEqual([asked(2), asked(3), null]);
  });

  it('when it is resumed is the same', async () => {
    const { world, submit, link_token } = await started();
    await submit('one');

    expect((await world.start(link_token)).current_question).toBe(asked(2));
  });

  it('as evidence names the question as it was asked', async () => {
    const { submit, complete } = await started();
    await submit('one');

    const { evidence } = await complete();

    expect(evidence.map(({ question }) => question)).toEqual([1, 2, 3].map(asked));
  });

  it('as a follow-up has no lead-in of its own', async () => {
    const { world, submit } = await started({ follow_ups: 1 });
    world.interviewer.interviewer.writeFollowUp = async () => ({
      text: 'How did you measure it?',
      provenance: aProvenance(),
    });

    expect((await submit('one')).next_question).toBe('How did you measure it?');
  });
});

describe('what scores', () => {
  it('sees each question without its lead-in: answer by answer, follow-up and closing', async () => {
    const { submit, complete, given } = await started({ follow_ups: 2 });
    for (const text of ['one', 'two', 'three']) await submit(text);
    await complete();

    const plain = [1, 2, 3].map((n) => ({ question: `Written question ${n}?` }));
    expect(given('assessAnswer')).toMatchObject(plain);
    expect(given('writeFollowUp')).toMatchObject(plain);
    expect(given('writeClosing')).toMatchObject([
      { questions: plain.map(({ question }) => ({ question_text: question })) },
    ]);
    const all = ['assessAnswer', 'writeFollowUp', 'writeClosing'].flatMap(given);
    expect(JSON.stringify(all)).not.toMatch(/at sea/);
  });

  it('sees it without lead-in when an answer is read late, and when it is read again', async () => {
    const { world, submit, complete, given } = await started();
    world.interviewer.state.fail = 'unavailable';
    await submit('one');
    await complete();
    world.interviewer.state.fail = null;

    await world.deliver();
    world.queue.push({ interview_id: id(1), version: 2 });
    await world.deliver();

    expect((await world.look()).evaluations.map(({ version }) => version)).toEqual([1, 2]);
    const all = [...given('assessAnswer'), ...given('writeClosing')];
    expect(all.length).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(all)).not.toMatch(/at sea/);
  });
});

it('a recruiter sees lead-in and question apart', async () => {
  const { world } = await started();

  const seen = endpoints.getInterview.response.parse(await getInterview(readingFrom(world), id(1)));

  expect(seen.questions.map(({ lead_in, text }) => [lead_in, text])).toEqual([
    [sentence, 'Written question 1?'],
    [sentence, 'Written question 2?'],
    [undefined, 'Written question 3?'],
  ]);
});

it('an interview whose lead-ins fail is held with the plain questions, and costs nothing more', async () => {
  const world = createWorld();
  await world.create({}, 'Ten years at sea.');
  world.interviewer.state.fail = 'invalid_output';
  world.interviewer.state.failing = ['writeLeadIns'];
  const { link_token } = await world.generate();

  const { questions } = await world.start(link_token);

  expect(questions.map(({ text }) => text)).toEqual([1, 2, 3].map((n) => `Written question ${n}?`));
  expect((await world.look()).session).toMatchObject({ spent: [], voice_characters: 0 });
});

it.each([
  [undefined, 'Why?'],
  ['', 'Why?'],
  [sentence, `${sentence} Why?`],
])('the lead-in %j and the question "Why?" are asked as %j', (lead_in, text) => {
  expect(askedText({ ...(lead_in !== undefined && { lead_in }), text: 'Why?' })).toBe(text);
});
