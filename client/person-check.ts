import { allColumns, type Column, type Remark, type Values } from './people-columns.ts';
import { isOfKit, type KitOfList, kitOf, kitsByName } from './person-kit.ts';
import { rules } from './person-rules.ts';
import { windowIn } from './person-window.ts';
import type { Input } from './types.ts';

/** What one interview is made of. */
export type NewInterview = Input<'createInterview'>;

export interface CheckOptions {
  /** The zone of times that are written without one, such as `Europe/Berlin`. */
  zone: string;
  /** Those that a row can name, by id or by job title. */
  kits: readonly KitOfList[];
  now: Date;
  /** For cells that are empty. */
  defaults?: Values;
}

/** A row as it will be sent, or what is wrong with it. Warnings do not stop it. */
export interface Checked {
  interview: NewInterview | null;
  problems: Remark[];
  warnings: Remark[];
}

const required = ['candidate_name', 'candidate_email'] as const;

const filled = (values: Values, defaults: Values = {}): Values => {
  const cells = allColumns.map((column) => [column, values[column]?.trim() || defaults[column]]);
  return Object.fromEntries(cells.filter(([, value]) => value));
};

const remarksOn = (cells: Values): Remark[] => [
  ...required.flatMap((column) =>
    cells[column] ? [] : [{ column, message: `${column} must not be empty` }],
  ),
  ...allColumns.flatMap((column) => {
    const value = cells[column];
    const wrong = value ? rules[column]?.(value) : null;
    return wrong ? [{ column, message: `${column} ${wrong}` }] : [];
  }),
];

const numbers: readonly Column[] = ['question_count', 'follow_ups'];
const lower: readonly Column[] = ['ai_interview_type', 'difficulty'];

const sent = (column: Column, value: string) => {
  if (numbers.includes(column)) return Number(value);
  return lower.includes(column) ? value.toLowerCase() : value;
};

const interviewOf = (
  { candidate_name = '', candidate_email = '', ...cells }: Values,
  kit: KitOfList | null,
  times: { starts_at: string | null; ends_at: string | null },
): NewInterview => ({
  ai_interview_type: kit ? null : 'general',
  ...Object.fromEntries(
    Object.entries(cells)
      .filter(([column]) => !kit || !isOfKit(column))
      .map(([column, value]) => [column, sent(column as Column, value)]),
  ),
  ...(kit && { kit_id: kit.kit_id }),
  ...times,
  candidate_name,
  candidate_email,
});

/** What checks a row, as often as one of its cells changes. @throws RangeError for an unknown zone */
export const personCheck = (options: CheckOptions): ((values: Values) => Checked) => {
  const kits = kitsByName(options.kits);
  return (values) => {
    const cells = filled(values, options.defaults);
    const { kit, problems: withKit } = kitOf(cells, kits);
    const { times, problems: withTimes, warnings } = windowIn(cells, options);
    const problems = [...remarksOn(cells), ...withKit, ...withTimes];
    const interview = problems.length > 0 ? null : interviewOf(cells, kit, times);
    return { interview, problems, warnings };
  };
};
