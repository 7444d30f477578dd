import { describe, expect, it } from 'vitest';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import { aProvenance, id } from '../../support/records.ts';
import { createWorld } from '../../support/world.ts';

const [ada, grace] = [id(1), id(2)];

/** What a recruiter compares two candidates by, as it is stored. */
const common = ({ questions, session }: InterviewRecord) =>
  JSON.stringify({
    questions: questions.map(({ lead_in: _lead_in, audio_url: _audio_url, ...rest }) => rest),
    competencies: session?.competencies,
    kit: session?.kit,
    provenance: session?.provenance,
  });

/** A job whose first candidate has a link already, with this résumé. */
const withFirst = async (resume: string | null = null) => {
  const world = createWorld();
  world.interviewer.interviewer.writeLeadIns = async (input) => {
    world.interviewer.asked.push({ call: 'writeLeadIns', input });
    const sentence = `You wrote of ${input.resume}.`;
    return { lead_ins: [{ question: 1, sentence }], provenance: aProvenance() };
  };
  await world.create({}, resume);
  await world.generate(ada);
  const calls = () => world.interviewer.asked.map(({ call }) => call);
  return { world, calls, before: calls().length };
};
const candidate = {
  interview_id: grace,
  candidate_name: 'Grace',
  candidate_email: 'g@example.com',
};

describe('the second candidate of a job', () => {
  it('gets the same questions, rubrics, order and weights, byte for byte, whatever the résumés say', async () => {
    const { world } = await withFirst('ships');
    await world.create(candidate, 'trains');
    await world.generate(grace);

    const [first, second] = [await world.look(ada), await world.look(grace)];

    expect(common(second)).toBe(common(first));
    expect([first, second].map(({ questions }) => questions[1]?.lead_in)).toEqual([
      'You wrote of ships.',
      'You wrote of trains.',
    ]);
    expect(first.questions[0]).not.toHaveProperty('lead_in');
    expect(first.session?.session_id).not.toBe(second.session?.session_id);
  });

  it('costs no call at all without a résumé', async () => {
    const { world, calls, before } = await withFirst('ships');
    await world.create(candidate, null);

    await world.generate(grace);

    expect(calls()).toHaveLength(before);
    expect(common(await world.look(grace))).toBe(common(await world.look(ada)));
  });

  it('costs one call with a résumé', async () => {
    const { world, calls, before } = await withFirst();
    await world.create(candidate, 'trains');

    await world.generate(grace);

    expect(calls().slice(before)).toEqual(['writeLeadIns']);
  });

  it('costs none with a résumé that is to lead to no question', async () => {
    const { world, calls, before } = await withFirst();
    await world.create({ ...candidate, personalise: false }, 'trains');

    await world.generate(grace);

    expect(calls()).toHaveLength(before);
  });

  it('has a kit of another job if anything about the job differs', async () => {
    const { world } = await withFirst();
    await world.create({ ...candidate, question_count: 4 });

    await world.generate(grace);

    const [first, second] = [await world.look(ada), await world.look(grace)];
    expect(second.session?.kit?.kit_id).not.toBe(first.session?.kit?.kit_id);
    expect(second.questions).toHaveLength(4);
  });
});

describe('eight candidates of a job whose first links are made at once', () => {
  it('share one kit, which was paid for once', async () => {
    const world = createWorld();
    const ids = Array.from({ length: 8 }, (_, n) => id(n + 1));
    for (const interview_id of ids) await world.create({ interview_id });

    await Promise.all(ids.map((interview_id) => world.generate(interview_id)));

    const records = await Promise.all(ids.map((interview_id) => world.look(interview_id)));
    expect(new Set(records.map(common)).size).toBe(1);
    expect(world.items().filter(({ sk }) => sk === 'KIT')).toHaveLength(1);
    expect(world.interviewer.asked.map(({ call }) => call)).toEqual([
      'deriveCompetencies',
      'writeQuestions',
    ]);
  });

  it('have the kit’s id from then on, and so does every later link of theirs', async () => {
    const { world } = await withFirst();

    const { interview, session } = await world.look(ada);

    expect(interview.kit_id).toBe(session?.kit?.kit_id);
    expect(interview.kit_id).not.toBeNull();
  });
});
