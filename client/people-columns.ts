import { plainName } from '../shared/domain/plain-name.ts';

/** What a file can say of a person, by the API's names, and what else a header may call it. */
const names = {
  candidate_name: ['name', 'full name', 'candidate'],
  candidate_email: ['email', 'e-mail', 'mail', 'email address', 'e-mail address'],
  kit_id: ['kit'],
  job_title: ['job', 'role', 'position'],
  job_description: ['description'],
  starts_at: ['start', 'starts', 'opens', 'opens at', 'from'],
  ends_at: ['end', 'ends', 'closes', 'closes at', 'to', 'until'],
  decision_by: ['decision'],
  ai_interview_type: ['type', 'interview type'],
  difficulty: [],
  language: [],
  question_count: ['questions'],
  follow_ups: ['follow-ups'],
  resume_text: ['resume', 'résumé', 'cv'],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof names;

/** The cells of one row, as they are written. */
export type Values = Partial<Record<Column, string>>;

/** Something to say about a cell, in a sentence; about the whole row where `column` is null. */
export interface Remark {
  column: Column | null;
  message: string;
}

const isColumn = (name: string): name is Column => Object.hasOwn(names, name);

/** Every column that a file can have. */
export const allColumns: readonly Column[] = Object.keys(names).filter(isColumn);

const plain = (name: string) => plainName(name.replaceAll('_', ' '));

const byName = new Map(
  allColumns.flatMap((column) => [column, ...names[column]].map((name) => [plain(name), column])),
);

/** The column that a header means, whatever its case and with `_` or blanks; null for others. */
export const columnOf = (header: string): Column | null => byName.get(plain(header)) ?? null;
