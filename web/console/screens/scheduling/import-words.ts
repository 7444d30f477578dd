import { inWords } from '../../parts/problem.tsx';
import type { Outcome } from './batches.ts';
import { fields } from './form.ts';
import type { CheckedRow } from './import-rows.ts';
import { shortened } from './shortened.ts';

/** A sentence on a row with what this page calls its columns. */
export const inTheWords = (message: string): string => inWords(message, fields);

/** What is wrong with a row, for the list above the table. */
export const faultOf = ({ row, values, problems }: CheckedRow): string => {
  const name = shortened(values.candidate_name?.trim() ?? '', 60);
  const [first] = problems;
  return `Row ${row}${name && `, ${name}`}: ${inTheWords(first?.message ?? '')}`;
};

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

/** What will be done, on the button. */
export const actionWords = (ready: number, links: boolean): string =>
  `Create ${counted(ready, 'interview', 'interviews')}${links ? ' with links' : ''}`;

/** How the rows stand. */
export const standing = (ready: number, wrong: number, out: number): string =>
  [`${ready} ready`, wrong > 0 && `${wrong} to fix`, out > 0 && `${out} left out`]
    .filter(Boolean)
    .join(', ');

/** How many of a plan came to what. */
export interface Tally {
  created: number;
  linked: number;
  refused: number;
  /** What the same requests may still make. */
  open: number;
}

export const tallyOf = (outcomes: ReadonlyMap<number, Outcome>): Tally => {
  const all = [...outcomes.values()];
  const count = (is: (outcome: Outcome) => boolean) => all.filter(is).length;
  return {
    created: count(({ interview_id }) => interview_id !== null),
    linked: count(({ link }) => link !== null),
    refused: count(({ interview_id, isOpen }) => interview_id === null && !isOpen),
    open: count(({ isOpen }) => isOpen),
  };
};

/** What has come of it, in a sentence. */
export const tallyWords = ({ created, linked, refused, open }: Tally, links: boolean): string =>
  [
    `${created} created`,
    links && (linked === created ? 'all with a link' : `${linked} with a link`),
    refused > 0 && `${refused} refused`,
    open > 0 && `${open} not finished`,
  ]
    .filter(Boolean)
    .join(', ');
