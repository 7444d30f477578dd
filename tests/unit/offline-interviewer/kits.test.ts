import { describe, expect, it } from 'vitest';
import { bankIn } from '../../../local/bedrock/bank.ts';
import { Difficulty, InterviewType } from '../../../shared/domain/interview.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { rubricOf } from '../../../shared/interviewer/questions.ts';
import { jobOf, postings, writeKit } from './kit.ts';

const types = InterviewType.options;
const difficulties = Difficulty.options;
const cases = await Promise.all(
  postings.flatMap((posting) =>
    types.flatMap((type) =>
      difficulties.map(async (difficulty) => {
        const kit = await writeKit(posting, { type, difficulty, count: 5 });
        return [posting.id, type, difficulty, posting, kit] as const;
      }),
    ),
  ),
);
const isCode = (type: InterviewType) => type === 'coding' || type === 'system_design';

const keyOf = (language: string, rubric: Rubric) => language.slice(0, 2) + JSON.stringify(rubric);
const bank = new Map(
  [...new Set(postings.map(({ language }) => language.slice(0, 2)))]
    .flatMap(bankIn)
    .flatMap((one) =>
      one.competencies
        .flatMap(({ questions }) => questions)
        .map((question) => [
          keyOf(one.language, rubricOf(question.criteria)),
          { ...question, field: one.field },
        ]),
    ),
);

/** Where a written question comes from; its rubric is the bank's own. */
const sourceOf = (language: string, { rubric }: { rubric: Rubric }) =>
  bank.get(keyOf(language, rubric));

describe.each(cases)('the kit for %s, %s, %s', (_id, type, difficulty, posting, kit) => {
  const sources = kit.questions.map((question) => sourceOf(posting.language, question));

  it('has five different questions of the bank, none of them broken', () => {
    expect(new Set(kit.questions.map(({ text }) => text)).size).toBe(5);
    for (const [n, { text }] of kit.questions.entries()) {
      expect(text).not.toMatch(/[{}]|undefined|\s\s/);
      if (text !== sources[n]?.text) expect(sources[n]?.with_tool).toBeDefined();
    }
  });

  it('keeps to the type as far as the work has it, and to the difficulty', () => {
    const asked = isCode(type) ? 'general' : type;

    for (const source of sources) {
      expect(source?.types).toContain(asked);
      expect(source?.difficulty).toContain(difficulty);
    }
  });

  it('asks at most one question that would fit any job, where there are others', () => {
    const general = sources.filter((source) => source?.field === 'general');

    if (posting.language.startsWith('en')) expect(general.length).toBeLessThanOrEqual(1);
  });

  it('names a tool only if the posting does', () => {
    for (const [n, { text }] of kit.questions.entries()) {
      if (text === sources[n]?.text) continue;
      const tools = bankIn('en').flatMap((field) => Object.values(field.tools).flat());

      expect(tools.some((tool) => text.includes(tool) && jobOf(posting).includes(tool))).toBe(true);
    }
  });
});

it.each(postings.map((posting) => [posting.id, posting] as const))(
  'three and fifteen questions for %s are all different, in every type and difficulty',
  async (_id, posting) => {
    for (const type of types) {
      for (const difficulty of difficulties) {
        for (const count of [3, 15]) {
          const { competencies, questions } = await writeKit(posting, {
            type,
            difficulty,
            count,
          });

          expect(competencies.length).toBeLessThanOrEqual(Math.min(8, count));
          expect(new Set(questions.map(({ text }) => text)).size).toBe(count);
          expect(questions.every((one) => sourceOf(posting.language, one))).toBe(true);
        }
      }
    }
  },
);
