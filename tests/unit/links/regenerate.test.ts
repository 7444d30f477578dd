import { describe, expect, it } from 'vitest';
import { getInterview } from '../../../functions/get-interview/get-interview.ts';
import { reviseKit } from '../../../functions/revise-kit/revise-kit.ts';
import { spentOn, voiceUsd } from '../../../shared/domain/cost.ts';
import { bind } from '../../../shared/table/client.ts';
import { readNewestVersion } from '../../../shared/table/kit-versions.ts';
import { storeKit } from '../../../shared/table/kit-writes.ts';
import { readKit } from '../../../shared/table/kits.ts';
import { readSpending } from '../../../shared/table/spending.ts';
import { readingFrom } from '../../support/reading.ts';
import { aProvenance, id } from '../../support/records.ts';
import { createWorld, type World } from '../../support/world.ts';

const by = { recruiter: 'recruiter-1' };
const resume = 'Ten years at sea.';

const linked = async (resume_text: string | null = null) => {
  const world = createWorld({}, { speaks: true });
  await world.create({}, resume_text);
  const first = await world.generate();
  return { world, first };
};

const kitOf = async (world: World) => {
  const { session } = await world.look();
  if (!session?.kit) throw new Error('The session has no kit');
  return session.kit;
};

/** Adds a version to the interview's kit, whose questions are reworded. */
const revise = async (world: World) => {
  const { kit_id } = await kitOf(world);
  const deps = {
    ...bind(world.table, { storeKit, readKit, readNewestVersion }),
    now: () => world.clock.ms,
  };
  const newest = await deps.readNewestVersion(kit_id);
  if (!newest) throw new Error('The kit has no version');
  const questions = newest.questions.map((question) => ({
    ...question,
    text: `${question.text}!`,
  }));
  return reviseKit(deps, by, kit_id, { version: newest.version, questions });
};

const usesOf = async (world: World) => {
  const { kit_id } = await kitOf(world);
  const record = await readKit(world.table, kit_id);
  return Object.fromEntries(record?.uses ?? []);
};
const costOf = async (world: World) => (await getInterview(readingFrom(world), id(1))).cost;
const calls = (world: World) => world.interviewer.asked.map(({ call }) => call);
const lengthOf = (texts: string[]) => texts.reduce((sum, text) => sum + text.length, 0);

describe('a new link before the start', () => {
  it.each([null, resume])(
    'keeps session and questions while the version is the same, and asks nothing (résumé: %j)',
    async (resume_text) => {
      const { world, first } = await linked(resume_text);
      const before = await world.look();
      const asked = calls(world).length;

      const again = await world.regenerate();

      const { audit: _audit, link, ...after } = await world.look();
      const { audit: _rows, link: _old, ...kept } = before;
      expect(again.link_token).not.toBe(first.link_token);
      expect(again.ai_session_id).toBe(first.ai_session_id);
      expect(link?.generation).toBe(2);
      const { revision, updated_at } = after.interview;
      expect(after).toEqual({ ...kept, interview: { ...kept.interview, revision, updated_at } });
      expect(calls(world)).toHaveLength(asked);
      expect(await usesOf(world)).toEqual({ 1: 1 });
    },
  );

  it('takes the questions of a later version, in a session of their own', async () => {
    const { world, first } = await linked();
    await revise(world);

    const again = await world.regenerate();

    const { questions, session } = await world.look();
    expect(questions.map(({ text }) => text)).toEqual(
      [1, 2, 3].map((n) => `Written question ${n}?!`),
    );
    expect(again.ai_session_id).not.toBe(first.ai_session_id);
    expect(session?.kit?.version).toBe(2);
    expect(calls(world)).toEqual(['deriveCompetencies', 'writeQuestions']);
  });

  it('writes new lead-ins for a later version', async () => {
    const { world } = await linked(resume);
    await revise(world);

    await world.regenerate();

    expect(calls(world).slice(2)).toEqual(['writeLeadIns', 'writeLeadIns']);
    expect((await world.look()).questions[0]).toMatchObject({
      lead_in: 'You write of work with orders.',
      text: 'Written question 1?!',
    });
  });

  it('moves the interview from one version’s uses to the other’s', async () => {
    const { world } = await linked();
    expect(await usesOf(world)).toEqual({ 1: 1 });
    await world.create({ interview_id: id(2) });
    await world.generate(id(2));
    expect(await usesOf(world)).toEqual({ 1: 2 });
    await revise(world);

    await world.regenerate();
    await world.regenerate();

    expect(await usesOf(world)).toEqual({ 1: 1, 2: 1 });
  });

  it('after another version each time still finds the interview’s own kit', async () => {
    const { world } = await linked();
    const before = await kitOf(world);

    for (let n = 0; n < 3; n++) {
      await revise(world);
      await world.regenerate();
    }

    expect(await kitOf(world)).toEqual({ kit_id: before.kit_id, version: 4 });
    expect((await world.look()).interview.kit_id).toBe(before.kit_id);
  });
});

describe('a new link after the start', () => {
  it('keeps the questions, whatever the kit’s newest version says', async () => {
    const { world, first } = await linked(resume);
    await world.start(first.link_token);
    const before = await world.look();
    await revise(world);

    await world.regenerate();

    const after = await world.look();
    expect(after.questions).toEqual(before.questions);
    expect(after.session).toEqual(before.session);
    expect(await usesOf(world)).toEqual({ 1: 1 });
    expect(calls(world)).toHaveLength(3);
  });
});

describe('the cost of an interview', () => {
  it('adds up the links that were replaced: lead-ins and sound of each version', async () => {
    const { world } = await linked(resume);
    const costs = [await costOf(world)];

    for (let n = 0; n < 3; n++) {
      await revise(world);
      await world.regenerate();
      costs.push(await costOf(world));
    }

    const { input_tokens } = aProvenance();
    expect(costs.map(({ questions }) => questions.input_tokens)).toEqual(
      [1, 2, 3, 4].map((links) => links * input_tokens),
    );
    const spoken = (marks: string) =>
      lengthOf([1, 2, 3].map((n) => `Written question ${n}?${marks}`)) +
      lengthOf([`You write of work with orders. Written question 1?${marks}`]);
    const characters = ['', '!', '!!', '!!!'].map(spoken);
    expect(costs.map(({ voice }) => voice.characters)).toEqual(
      characters.map((_, n) => characters.slice(0, n + 1).reduce((sum, one) => sum + one, 0)),
    );
    const totals = costs.map(({ total_usd }) => total_usd);
    expect(totals).toEqual(totals.toSorted((a, b) => a - b));
    expect(new Set(totals).size).toBe(4);
  });

  it('does not grow with a link for the same version', async () => {
    const { world } = await linked(resume);
    const before = await costOf(world);

    for (let n = 0; n < 3; n++) await world.regenerate();

    expect(await costOf(world)).toEqual(before);
  });

  it('shows its kit apart: the same for every interview of the job, and in no total', async () => {
    const { world } = await linked();
    await world.create({ interview_id: id(2) });
    await world.generate(id(2));

    const { kit, questions, total_usd, voice } = await costOf(world);

    const { input_tokens } = aProvenance();
    expect(kit.input_tokens).toBe(2 * input_tokens);
    expect(questions.input_tokens).toBe(0);
    expect(total_usd).toBe(voice.usd);
  });

  it('is what was booked on the day, kit and replaced links included', async () => {
    const { world } = await linked(resume);
    await revise(world);
    await world.regenerate();

    const { voice } = await costOf(world);

    const uses = Array.from({ length: 4 }, () => aProvenance());
    const spent = await readSpending(world.table, new Date(world.clock.ms).toISOString());
    expect(spent).toBeCloseTo(spentOn(uses) + voiceUsd(voice.characters, 'standard'), 5);
  });
});
