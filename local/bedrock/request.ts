import * as z from 'zod';
import { Difficulty, InterviewType } from '../../shared/domain/interview.ts';

export const tasks = [
  'derive_competencies',
  'write_questions',
  'assess_answer',
  'write_closing',
  'write_follow_up',
] as const;
export type Task = (typeof tasks)[number];

/** The named blocks of a request's first user message. */
export type Blocks = Partial<Record<string, string>>;

const FENCED = /<([A-Za-z_]+)-([0-9a-f]{32})>\r?\n([\s\S]*?)\r?\n?<\/\1-\2>/g;

/** The task named in the first line of the system prompt, or undefined. */
export const readTask = (system: string): Task | undefined => {
  const name = /^\s*Task: *([a-z_]+)/.exec(system)?.[1];
  return tasks.find((task) => task === name);
};

/**
 * The blocks `<NAME-MARKER>…</NAME-MARKER>` of a message by their lower-case names. All carry the
 * marker of the first: text inside a block cannot open or close another one.
 */
export const readBlocks = (message: string): Blocks => {
  const blocks: Blocks = {};
  let marker: string | undefined;
  for (const [, name, found, content] of message.matchAll(FENCED)) {
    marker ??= found;
    if (found !== marker || name === undefined) continue;
    blocks[name.toLowerCase()] ??= content ?? '';
  }
  return blocks;
};

const text = z.string().catch('');
const Settings = z.object({
  type: InterviewType.catch('general'),
  difficulty: Difficulty.catch('medium'),
  language: z.string().catch('en'),
  count: z.int().min(1).max(30).catch(5),
});
export type Settings = z.infer<typeof Settings> & {
  /** Primary subtag of the language, lower case: `de` of `de-AT`. */
  tongue: string;
};

const CompetencyBlock = z.object({
  id: text,
  name: text,
  description: text,
  weight: z.number().catch(1),
});
export type KnownCompetency = z.infer<typeof CompetencyBlock>;

const anchor = z.string().optional().catch(undefined);
const CriterionBlock = z
  .object({
    id: text,
    name: text,
    evidence_wanted: z.array(text).catch([]),
    anchors: z.object({ 1: anchor, 3: anchor, 5: anchor }).partial().catch({}),
    level_1: anchor,
    level_3: anchor,
    level_5: anchor,
  })
  .transform(({ id, name, evidence_wanted, anchors, level_1, level_3, level_5 }) => ({
    id,
    name,
    evidence_wanted,
    low: anchors[1] ?? level_1 ?? '',
    middle: anchors[3] ?? level_3 ?? '',
    high: anchors[5] ?? level_5 ?? '',
  }));
export type KnownCriterion = z.infer<typeof CriterionBlock>;

const LevelsBlock = z.array(
  z.object({
    question_text: text,
    competency: text,
    answered: z.boolean().catch(true),
    criteria: z
      .array(
        z.object({
          name: text,
          level: z.number().nullable().catch(null),
          quotes: z.array(text).catch([]),
        }),
      )
      .catch([]),
    /** A follow-up's levels stand by criterion, with their quotes at this place. */
    quotes: z.array(text).catch([]),
  }),
);
export type KnownLevels = z.infer<typeof LevelsBlock>;

/** A list that stands by itself or under one key of an object. */
const listOf = (value: unknown): unknown => {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.values(value).find(Array.isArray);
};

const parse = (block: string | undefined): unknown => {
  try {
    return JSON.parse(block ?? 'null');
  } catch {
    return null;
  }
};

export const settingsOf = (blocks: Blocks): Settings => {
  const settings = Settings.parse(parse(blocks.settings) ?? {});
  return { ...settings, tongue: settings.language.split('-')[0]?.toLowerCase() ?? 'en' };
};
export const competenciesOf = (blocks: Blocks): KnownCompetency[] =>
  z
    .array(CompetencyBlock)
    .catch([])
    .parse(listOf(parse(blocks.competencies)));
export const criteriaOf = (blocks: Blocks): KnownCriterion[] =>
  z
    .array(CriterionBlock)
    .catch([])
    .parse(listOf(parse(blocks.rubric)));
export const levelsOf = (blocks: Blocks): KnownLevels =>
  LevelsBlock.catch([]).parse(listOf(parse(blocks.levels)));
