import { plainName } from '../shared/domain/plain-name.ts';
import type { Remark, Values } from './people-columns.ts';

/** A kit as lists have it; what it says of the interview need not be in the file. */
export interface KitOfList {
  kit_id: string;
  job_title: string;
  ai_interview_type?: string | null;
  difficulty?: string;
  language?: string;
  question_count?: number;
}

export type KitsByName = ReadonlyMap<string, readonly KitOfList[]>;

/** By id and by job title; several kits can have one title. */
export const kitsByName = (kits: readonly KitOfList[]): KitsByName => {
  const found = new Map<string, KitOfList[]>();
  for (const kit of kits) {
    for (const name of [kit.kit_id, plainName(kit.job_title)]) {
      found.set(name, [...(found.get(name) ?? []), kit]);
    }
  }
  return found;
};

const reasonAgainst = (asked: string | undefined, among: readonly KitOfList[]) => {
  if (!asked) return 'must not be empty';
  if (among.length > 1) return 'is the title of several kits; write the id of one';
  return 'is not one of your kits';
};

const ofKit = [
  'job_title',
  'ai_interview_type',
  'difficulty',
  'language',
  'question_count',
] as const;

/** What a row says otherwise than its kit, which the API refuses. */
const differences = (cells: Values, kit: KitOfList): Remark[] =>
  ofKit.flatMap((column) => {
    const [said, is] = [cells[column], kit[column]];
    if (!said || is == null || plainName(said) === plainName(String(is))) return [];
    return [{ column, message: `${column} is ${is} in the kit` }];
  });

/** The kit that a row names, or null for a job of its own. A job title alone is the name of a kit. */
export const kitOf = (
  cells: Values,
  kits: KitsByName,
): { kit: KitOfList | null; problems: Remark[] } => {
  if (!cells.kit_id && cells.job_description) {
    const message = 'job_title is required without kit_id';
    return { kit: null, problems: cells.job_title ? [] : [{ column: 'job_title', message }] };
  }
  const column = cells.kit_id || !cells.job_title ? 'kit_id' : 'job_title';
  const asked = cells[column];
  const among = kits.get(plainName(asked ?? '')) ?? [];
  const [kit] = among;
  if (kit && among.length === 1) return { kit, problems: differences(cells, kit) };
  return { kit: null, problems: [{ column, message: `${column} ${reasonAgainst(asked, among)}` }] };
};

/** Columns that come from the kit where there is one. */
export const isOfKit = (column: string): boolean => ofKit.some((name) => name === column);
