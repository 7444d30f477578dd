import * as z from 'zod';
import { Difficulty, InterviewType } from '../../shared/domain/interview.ts';
import { jsonIn } from '../../shared/domain/plain-text.ts';
import { Criterion } from '../../shared/domain/rubric.ts';
import { isRecord } from '../../shared/interviewer/lenient.ts';
import { type TaskName, taskNames } from '../../shared/interviewer/task.ts';

/** The named blocks of a request's first user message. */
export type Blocks = Partial<Record<string, string>>;

const FENCED = /<([A-Za-z_]+)-([0-9a-f]{32})>\r?\n([\s\S]*?)\r?\n?<\/\1-\2>/g;

/** The task named in the first line of the system prompt, or undefined. */
export const readTask = (system: string): TaskName | undefined => {
  const name = /^\s*Task: *([a-z_]+)/.exec(system)?.[1];
  return taskNames.find((task) => task === name);
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

const CompetencyBlock = z.object({ id: text, name: text, description: text });
export type KnownCompetency = z.infer<typeof CompetencyBlock>;

const WantedBlock = z.object({
  /** Left out where the text is given and nobody said what it asks about. */
  competency_id: z.string().optional(),
  /** Counts the kit's questions on this competency, from 0. */
  nth: z.int().min(0).catch(0),
  /** A question that only needs its rubric. */
  text: z.string().optional(),
});

const CriterionBlock = Criterion.extend({
  evidence_wanted: z.array(text).catch([]),
  warning_signs: z.array(text).catch([]),
  weight: z.number().catch(1),
});
export type KnownCriterion = z.infer<typeof CriterionBlock>;

const LevelsBlock = z.object({ answered: z.boolean().catch(true) });

/** The entries of a block that are what they should be; it is a list, or has one under some key. */
const listIn = <Entry extends z.ZodType>(block = '', entry: Entry): z.infer<Entry>[] => {
  const value = jsonIn(block);
  const list = isRecord(value) ? Object.values(value).find(Array.isArray) : value;
  return (Array.isArray(list) ? list : []).flatMap(
    (one: unknown) => entry.safeParse(one).data ?? [],
  );
};

export const settingsOf = (blocks: Blocks): Settings => {
  const settings = Settings.parse(jsonIn(blocks.settings ?? '') ?? {});
  return { ...settings, tongue: settings.language.split('-')[0]?.toLowerCase() ?? 'en' };
};
export const competenciesOf = (blocks: Blocks) => listIn(blocks.competencies, CompetencyBlock);
export const wantedOf = (blocks: Blocks) => listIn(blocks.wanted, WantedBlock);
export const criteriaOf = (blocks: Blocks) => listIn(blocks.rubric, CriterionBlock);
export const levelsOf = (blocks: Blocks) => listIn(blocks.levels, LevelsBlock);
