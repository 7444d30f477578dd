import { fold } from './fold.ts';
import { type Word, wordsOf } from './words.ts';

/** A sentence or clause of a text: `text` is the exact passage, everything else a reading of it. */
export interface Sentence {
  text: string;
  folded: string;
  words: readonly Word[];
  /** Stems of the words that say something of a subject. */
  stems: ReadonlySet<string>;
  concepts: ReadonlySet<number>;
}

// What the contract lets a person send; beyond it nothing more is read.
const READ_CHARACTERS = 20_000;
const END = /[.!?…]+["'”’)\]]*(?=\s|$)|[。！？।؟]+|[\r\n\u2028\u2029]+/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|prof|approx|no|fig|z\.b|bzw|ca|p\. ?ej|\p{L})\.$|(?:^|\n)\s*\d{1,2}\.$/iu;
const BULLET = /^(?:[-*•–—·>#]+|\(?\d{1,2}[.)]|[a-z]\))\s+/;
const LONG_WORDS = 36;
const CLAUSE_START =
  /[,;:]\s+|\s[-–—]\s|\s(?=(?:and then|but|so|because|then|which|aber|weil|pero|porque|mais|parce que|लेकिन|ولكن)\s)/gu;

/** A passage of a text and where it begins. */
export interface Passage {
  text: string;
  start: number;
}

/** The sentences of a text. Pure slices: a quote stands in the text. */
export const splitSentences = (text: string): Passage[] => {
  const read = text.slice(0, READ_CHARACTERS);
  const passages: Passage[] = [];
  let start = 0;
  for (const end of read.matchAll(END)) {
    const stop = end.index + end[0].length;
    if (end[0] === '.' && ABBREVIATION.test(read.slice(Math.max(0, stop - 12), stop))) continue;
    passages.push(...passageOf(read, start, stop));
    start = stop;
  }
  passages.push(...passageOf(read, start, read.length));
  return passages;
};

const passageOf = (text: string, start: number, stop: number): Passage[] => {
  const raw = text.slice(start, stop);
  const opening = (/^\s*/.exec(raw)?.[0] ?? '').length;
  const bullet = (BULLET.exec(raw.slice(opening))?.[0] ?? '').length;
  const sentence = raw.slice(opening + bullet).trimEnd();
  return /[\p{L}\p{N}]/u.test(sentence)
    ? [{ text: sentence, start: start + opening + bullet }]
    : [];
};

/** A long sentence as clauses, so that a quote stays short; a short one whole. */
export const splitClauses = (sentence: string): string[] => {
  if (sentence.split(/\s+/).length <= LONG_WORDS) return [sentence];
  const clauses: string[] = [];
  let start = 0;
  for (const mark of sentence.matchAll(CLAUSE_START)) {
    const clause = sentence.slice(start, mark.index);
    if (clause.split(/\s+/).length < LONG_WORDS / 3) continue;
    clauses.push(clause);
    start = mark.index + mark[0].length;
  }
  clauses.push(sentence.slice(start));
  return clauses.map((clause) => clause.trim()).filter((clause) => clause !== '');
};

/** A passage read for comparing. */
export const readSentence = (text: string, language: string): Sentence => {
  const folded = fold(text);
  const words = wordsOf(folded, language);
  const telling = words.filter(({ weight }) => weight > 0);
  return {
    text,
    folded,
    words,
    stems: new Set(telling.map(({ stem }) => stem)),
    concepts: new Set(words.flatMap(({ concepts }) => concepts)),
  };
};

/** A text as sentences read for comparing. */
export const readSentences = (text: string, language: string): Sentence[] =>
  splitSentences(text).map((passage) => readSentence(passage.text, language));
