import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { Difficulty, InterviewType } from '../../shared/domain/interview.ts';
import { Competency } from '../../shared/domain/rubric.ts';

const text = z.string().trim().min(1);

/** `{till|hotel}` stands for a tool of one of these kinds. */
export const toolSlot = /\{([a-z|]+)\}/;

/** A criterion as the write_questions task wants it. */
export const BankCriterion = z.strictObject({
  name: text,
  level_1: text,
  level_3: text,
  level_5: text,
  evidence_wanted: z.array(text).min(2).max(4),
  warning_signs: z.array(text).max(3),
  importance: z.literal([1, 2, 3]),
});
export type BankCriterion = z.infer<typeof BankCriterion>;

export const BankQuestion = z.strictObject({
  types: z.array(InterviewType).min(1),
  difficulty: z.array(Difficulty).min(1),
  text,
  /** The same question with a slot for a tool of the kinds that make it true. */
  with_tool: text.regex(toolSlot).optional(),
  criteria: z.array(BankCriterion).min(2).max(3),
});
export type BankQuestion = z.infer<typeof BankQuestion>;

export const BankCompetency = z.strictObject({
  id: Competency.shape.id,
  name: text,
  description: text,
  /** It is asked about only if one of these begins a word of the posting. */
  needs: z.array(text).min(1).optional(),
  /** Or if the title has one of these. */
  titles: z.array(text).min(1).optional(),
  /** It is never asked about if the title has one of these. */
  not_titles: z.array(text).min(1).optional(),
  questions: z.array(BankQuestion).min(1),
});
export type BankCompetency = z.infer<typeof BankCompetency>;

/** The questions of one field of work in one language; `general` fits any work. */
export const BankField = z.strictObject({
  field: z.string(),
  language: z.string(),
  titles: z.array(text),
  words: z.array(text),
  /** Names of tools by their kind. */
  tools: z.record(z.string(), z.array(text).min(1)),
  competencies: z.array(BankCompetency).min(1),
});
export type BankField = z.infer<typeof BankField>;

export const bankFolder = new URL('bank/', import.meta.url);

/** Every field of a language, by the names of their files. */
const readFields = (tongue: string): BankField[] =>
  readdirSync(bankFolder)
    .filter((name) => name.endsWith(`.${tongue}.json`))
    .sort()
    .map((name) => BankField.parse(JSON.parse(readFileSync(new URL(name, bankFolder), 'utf8'))));

const known = new Map<string, readonly BankField[]>();

/** The bank in a language; one that it has no questions in gets the English ones. */
export const bankIn = (tongue: string): readonly BankField[] => {
  const read = known.get(tongue) ?? readFields(tongue);
  known.set(tongue, read);
  return read.length > 0 || tongue === 'en' ? read : bankIn('en');
};
