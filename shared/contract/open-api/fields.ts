import type { Words } from './named.ts';
import { addresses, ids, times } from './words/formats.ts';
import { interviews } from './words/interviews.ts';
import { kits } from './words/kits.ts';
import { others } from './words/others.ts';
import { reports } from './words/reports.ts';
import { results } from './words/results.ts';

export interface Field {
  description: string;
  format?: string;
  examples?: unknown[];
}

const named = (words: Words): Field =>
  typeof words === 'string'
    ? { description: words }
    : { description: words[0], examples: [words[1]] };

const all = (table: Readonly<Record<string, Words>>, format?: string) =>
  Object.entries(table).map(
    ([name, words]) => [name, { ...named(words), ...(format && { format }) }] as const,
  );

const fields = new Map<string, Field>([
  ...all(ids, 'uuid'),
  ...all(times, 'date-time'),
  ...all(addresses, 'idn-email'),
  ...[interviews, kits, results, reports, others].flatMap((table) => all(table)),
]);

/** The names in the dictionary. */
export const fieldNames: readonly string[] = [...fields.keys()];

/**
 * What a field of the API is; a name means the same in every schema.
 * @param own what is different in the schema at hand
 */
export const fieldOf = (name: string, own?: Words): Field => ({
  description: '',
  ...fields.get(name),
  ...(own && named(own)),
});
