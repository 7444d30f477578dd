import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KitContent } from '../../../shared/domain/kit-content.ts';
import { InterviewerError } from '../../../shared/interviewer/interviewer.ts';
import type { GivenQuestion } from '../../../shared/kits/slots.ts';
import { writeContent } from '../../../shared/kits/write-content.ts';
import { aJob } from '../../support/kits.ts';
import { aRubric, inTime } from '../../support/records.ts';
import { competenciesOf, fakeWriting } from './fake-writing.ts';

const four = { Data: 4, Tests: 3, Design: 2, Review: 1 };
const sum = (parts: readonly { weight: number }[]) =>
  parts.reduce((total, { weight }) => total + weight, 0);

const write = async (
  count: number,
  given: GivenQuestion[] = [],
  shares: Record<string, number> = four,
) => {
  const writing = fakeWriting(competenciesOf(shares));
  const job = { ...aJob(), question_count: count };
  const { content, provenance } = await writeContent(writing, job, given, inTime);
  const [asked] = writing.writeQuestions.mock.calls[0] ?? [];
  return { writing, content, provenance, wanted: asked?.wanted ?? [] };
};
const texts = ({ questions }: KitContent) => questions.map(({ text }) => text);
const shares = ({ competencies, questions }: KitContent) =>
  competencies.map(({ id, weight }) => [
    id,
    weight,
    sum(questions.filter(({ competency_id }) => competency_id === id)),
  ]);

describe('the questions of a job', () => {
  it('are one on each competency, then more on the heaviest', async () => {
    const { content, wanted } = await write(6);

    expect(texts(content)).toEqual([
      'data 0?',
      'tests 0?',
      'design 0?',
      'review 0?',
      'data 1?',
      'tests 1?',
    ]);
    expect(wanted[4]).toEqual({ competency_id: 'data', nth: 1 });
  });

  it('share the weight of their competency', async () => {
    const { content } = await write(6);

    expect(content.questions.map(({ weight }) => Math.round(weight * 100) / 100)).toEqual([
      0.2, 0.15, 0.2, 0.1, 0.2, 0.15,
    ]);
  });

  it('that are fewer than the competencies ask about the heaviest, and the others are left out', async () => {
    const { content } = await write(2);

    expect(texts(content)).toEqual(['data 0?', 'tests 0?']);
    expect(content.competencies.map(({ id }) => id)).toEqual(['data', 'tests']);
    expect(sum(content.competencies)).toBe(1);
    expect(content.competencies[0]?.weight).toBeCloseTo(4 / 7, 3);
  });

  it('are asked for by one derivation and one writing of the job alone', async () => {
    const { writing, provenance } = await write(5);

    const { job_title: title, job_description: description, ...rest } = aJob();
    const { ai_interview_type: type, difficulty, language } = rest;
    const job = { title, description, type, difficulty, language };
    expect(writing.deriveCompetencies.mock.calls).toEqual([[{ job, count: 5 }, inTime]]);
    expect(writing.writeQuestions.mock.calls).toEqual([
      [expect.objectContaining({ job, count: 5, competencies: competenciesOf(four) }), inTime],
    ]);
    expect(provenance.map(({ prompt_version }) => prompt_version)).toEqual(['derive', 'write']);
  });

  it('have ids of their own, each time', async () => {
    const [one, other] = await Promise.all([write(5), write(5)]);

    const ids = [one, other].flatMap(({ content }) => content.questions.map(({ id }) => id));
    expect(new Set(ids).size).toBe(10);
  });

  it('are spread fairly over four to six competencies, in order, with weights of exactly 1', async () => {
    const importances = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(importances, fc.integer({ min: 1, max: 15 }), async (chosen, count) => {
        const named = Object.fromEntries(chosen.map((one, n) => [`Skill ${'abcdef'[n]}`, one]));

        const { content, wanted } = await write(count, [], named);

        expect(KitContent.safeParse(content).error).toBeUndefined();
        expect(content.questions).toHaveLength(count);
        expect([sum(content.questions), sum(content.competencies)]).toEqual([1, 1]);
        for (const [, weight, asked] of shares(content))
          expect(asked).toBeCloseTo(Number(weight), 2);

        const ids = competenciesOf(named).map(({ id }) => id);
        const places = wanted.map(({ competency_id = '', nth = 0 }) => [
          nth,
          ids.indexOf(competency_id),
        ]);
        const inOrder = places.toSorted(([a = 0, i = 0], [b = 0, j = 0]) => a - b || i - j);
        expect(places).toEqual(inOrder);
        const counts = ids.map((id) => wanted.filter((one) => one.competency_id === id).length);
        for (const [n, id] of ids.entries()) {
          const nths = wanted.flatMap((one) => (one.competency_id === id ? (one.nth ?? []) : []));
          expect(nths).toEqual(nths.map((_, nth) => nth));
          for (const [m, other] of chosen.entries()) {
            if ((chosen[n] ?? 0) > other) expect(counts[n]).toBeGreaterThanOrEqual(counts[m] ?? 0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are not stored if the model fails, and their competencies are booked', async () => {
    const writing = fakeWriting(competenciesOf(four));
    writing.writeQuestions.mockRejectedValue(new InterviewerError('timeout'));

    const made = writeContent(writing, aJob(), [], inTime);

    await expect(made).rejects.toMatchObject({ failure: 'timeout' });
    expect(writing.wasted).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ prompt_version: 'derive' }),
    );
  });
});

describe('questions that are given', () => {
  const text = 'Tell us of the last fault that you mended.';
  const rubric = { ...aRubric(0.4, 0.6), version: 1 };

  it('come first, as they are, and the model writes their rubrics and the others', async () => {
    const { content, wanted } = await write(5, [{ text }, { text: 'Why us?' }]);

    expect(texts(content)).toEqual([text, 'Why us?', 'data 0?', 'tests 0?', 'design 0?']);
    expect(wanted.slice(0, 2)).toEqual([
      { text, rubric: undefined },
      { text: 'Why us?', rubric: undefined },
    ]);
    expect(content.questions[0]?.competency_id).toBe('data');
    expect(sum(content.questions)).toBe(1);
  });

  it('on a competency of the job count as the first on it', async () => {
    const { content, wanted } = await write(5, [{ text, competency: 'tests' }]);

    expect(wanted[0]).toMatchObject({ text, competency_id: 'tests', nth: 0 });
    expect(texts(content).slice(1)).toEqual(['data 0?', 'design 0?', 'review 0?', 'data 1?']);
  });

  it('find their competency in whatever spelling, and it keeps what the model says of it', async () => {
    const { content } = await write(5, [{ text, competency: '  TESTS ' }]);

    expect(content.competencies.filter(({ name }) => /tests/i.test(name))).toEqual([
      expect.objectContaining({ id: 'tests', name: 'Tests', description: 'What Tests is.' }),
    ]);
    expect(content.questions[0]?.competency_id).toBe('tests');
  });

  it('on competencies that differ in a sign alone are on two', async () => {
    const given = [
      { text, competency: 'C++' },
      { text, competency: 'C#' },
    ];

    const { content } = await write(5, given);

    const names = content.competencies.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['C++', 'C#']));
    expect(content.questions[0]?.competency_id).not.toBe(content.questions[1]?.competency_id);
  });

  it('on a competency that the model did not name add it to the kit', async () => {
    const { content } = await write(5, [{ text, competency: 'Night work' }]);

    expect(content.competencies.map(({ id }) => id)).toContain('night-work');
    expect(content.questions[0]?.competency_id).toBe('night-work');
    expect(sum(content.competencies)).toBe(1);
  });

  it('with a rubric and a competency are not sent to the model', async () => {
    const { content, wanted } = await write(4, [{ text, competency: 'Tests', rubric }]);

    expect(wanted.map(({ text: sent }) => sent)).not.toContain(text);
    expect(wanted).toHaveLength(3);
    expect(content.questions[0]).toMatchObject({ text, competency_id: 'tests', rubric });
    expect(texts(content)).toEqual([text, 'data 0?', 'design 0?', 'review 0?']);
  });

  it('with a rubric alone keep it, and the model says where they belong', async () => {
    const { content, wanted } = await write(4, [{ text, rubric }]);

    expect(wanted).toHaveLength(4);
    expect(content.questions[0]).toMatchObject({ text, competency_id: 'data', rubric });
  });

  it('that are whole and enough cost no call at all', async () => {
    const given = ['Tests', 'Data', 'tests'].map((competency, n) => ({
      text: `${text} ${n}`,
      competency,
      rubric,
    }));

    const { writing, content, provenance } = await write(3, given);

    expect(writing.deriveCompetencies).not.toHaveBeenCalled();
    expect(writing.writeQuestions).not.toHaveBeenCalled();
    expect(provenance).toEqual([]);
    expect(KitContent.safeParse(content).error).toBeUndefined();
    expect(content.competencies.map(({ name }) => name)).toEqual(['Tests', 'Data']);
    expect(content.questions.map(({ competency_id }) => competency_id)).toEqual([
      'tests',
      'data',
      'tests',
    ]);
  });

  it('that are enough and miss a rubric alone cost no derivation', async () => {
    const { writing, wanted } = await write(1, [{ text, competency: 'Tests' }]);

    expect(writing.deriveCompetencies).not.toHaveBeenCalled();
    expect(wanted).toMatchObject([{ text, competency_id: 'tests' }]);
  });

  it('that are enough and name no competency have those of the job derived', async () => {
    const { writing, content } = await write(1, [{ text }]);

    expect(writing.deriveCompetencies).toHaveBeenCalledOnce();
    expect(content.competencies.map(({ id }) => id)).toEqual(['data']);
  });

  it('may name more competencies than a kit has: the model finds a place for the others', async () => {
    const given = Array.from({ length: 10 }, (_, n) => ({
      text: `${text} ${n}`,
      competency: `Skill ${'abcdefghij'[n]}`,
    }));

    const { content, wanted } = await write(10, given, { 'Skill a': 1 });

    expect(KitContent.safeParse(content).error).toBeUndefined();
    expect(content.competencies).toHaveLength(8);
    expect(wanted.slice(8).map(({ competency_id }) => competency_id)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('may name one competency as often as there are questions', async () => {
    const given = Array.from({ length: 9 }, (_, n) => ({
      text: `${text} ${n}`,
      competency: n < 8 ? 'Tests' : 'Night work',
    }));

    const { content } = await write(9, given);

    expect(content.competencies.map(({ id }) => id)).toEqual(['tests', 'night-work']);
  });

  it('give a kit that holds to its rules, whatever is given and missing', async () => {
    const given = fc.array(
      fc.record(
        {
          text: fc.constant(text),
          competency: fc.constantFrom('Data', 'Night work', 'Ärzte'),
          rubric: fc.constant(rubric),
        },
        { requiredKeys: ['text'] },
      ),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(given, fc.nat(9), async (some, more) => {
        const count = Math.max(1, some.length + more);

        const { content } = await write(count, some);

        expect(KitContent.safeParse(content).error).toBeUndefined();
        expect(content.questions).toHaveLength(count);
        expect(texts(content).slice(0, some.length)).toEqual(some.map((one) => one.text));
        expect([sum(content.questions), sum(content.competencies)]).toEqual([1, 1]);
      }),
      { numRuns: 100 },
    );
  });
});
