import { type Act, isBroad } from './acts.ts';
import { domainsIn } from './domains.ts';
import type { Wanted } from './evidence.ts';
import type { Sentence } from './sentences.ts';
import type { Word } from './words.ts';

// Lighter words (order, end, team) are in answers to anything.
const HEAVY = 0.5;
// What each kind of sign is worth: by weight of a word, by act, by word of the question.
const WORD = 0.4;
const ACT = 0.3;
const ASKED = 0.3;
const TRADE = 0.25;
/** The share of a rubric's phrases with words of a trade, below which it says little of its subject. */
const THIN = 0.34;
/** Fewer signs than this, and the answer is to something else. */
const LEAST = 0.25;
/**
 * Signs in proportion to all that is told: one stray word in a long text says nothing. Where a rubric
 * is about conduct, an answer may tell it of any work there is, in words that nobody foresaw.
 */
const LEAST_SHARE = { knowledge: 0.045, conduct: 0.03 };
const PEOPLE = 0.15;
const OTHERS =
  /\b(?:he|she|they|him|her|them|his|hers|their|colleagues?|coworkers?|boss|manager|team|customers?|clients?|guests?|patients?|students?|pupils?|parents?|mother|father|grand(?:mother|father|parents)|man|woman|lady|couple|family|people|chef|driver|owner|supervisor|trainee|apprentice|intern|director|doctor|nurse|neighbou?rs?|volunteers?|callers?|tenants?|residents?|child(?:ren)?)\b/g;
/** With so many signs no proportion matters. */
const PLENTY = 3;
const PRONOUN = /^(?:he|she|they|him|her|them|his|hers|their)$/;

const unique = (words: readonly Word[]) => [
  ...new Map(words.map((word) => [word.stem, word])).values(),
];

/** How far an answer speaks to its question. */
export interface Topicality {
  onSubject: boolean;
  /** Stems of words of the trade that is asked about. */
  tradeStems: ReadonlySet<string>;
  /** Signs of the subject in proportion to how much subject the rubric has, 0–1. */
  closeness: number;
}

/** Acts per phrase that a rubric about conduct asks for, and weight of subject that one has not. */
const ACTS_OF_CONDUCT = 0.6;
const SUBJECT_OF_KNOWLEDGE = 2.8;
/** How many signs, for each weight of subject in a phrase of the rubric, are much. */
const SCALE = 1.3;

/**
 * Reads whether an answer speaks to its question at all, by the words that it shares with question and
 * rubric and by the acts that the rubric asks for. What says nothing of either is off the subject,
 * however well it is told.
 */
export const readTopicality = (
  sentences: readonly (Sentence & { acts: ReadonlySet<Act> })[],
  { asked, phrases, rest }: { asked: Wanted; phrases: readonly Wanted[]; rest: readonly Wanted[] },
): Topicality => {
  const stems = new Set(sentences.flatMap((sentence) => [...sentence.stems]));
  const concepts = new Set(sentences.flatMap((sentence) => [...sentence.concepts]));
  const words = unique([asked, ...phrases, ...rest].flatMap(({ subject }) => subject)).filter(
    ({ stem, weight }) => weight >= HEAVY && stems.has(stem),
  );
  const specific = phrases.flatMap(({ acts }) => acts.filter((act) => !isBroad(act)));
  const conduct = conductOf(phrases);
  const done = [...new Set(specific)].filter((act) =>
    sentences.some((sentence) => sentence.acts.has(act)),
  );
  const met = asked.subject.filter(
    (word) => word.weight >= HEAVY && word.concepts.some((concept) => concepts.has(concept)),
  );
  // Different words for people, so that saying one again adds nothing; all pronouns are one.
  const people = sentences.flatMap(({ folded }) => folded.match(OTHERS) ?? []);
  const others = new Set(people.map((word) => (PRONOUN.test(word) ? 'they' : word))).size;
  const signs =
    WORD * sumOfWeights(words) +
    ACT * conduct * done.length +
    ASKED * met.length +
    PEOPLE * conduct * Math.min(4, others);
  const trades = tradesOf(asked, phrases);
  const trade = unique(sentences.flatMap((sentence) => sentence.words)).filter(
    ({ stem, weight }) =>
      weight >= HEAVY && [...domainsIn([stem])].some((domain) => trades.has(domain)),
  );
  const broad = signs + TRADE * Math.min(4, trade.length);
  const least = conduct < 0.5 ? LEAST_SHARE.knowledge : LEAST_SHARE.conduct;
  const told = sumOfWeights(unique(sentences.flatMap((sentence) => sentence.words)));
  return {
    onSubject: broad >= PLENTY || (broad >= LEAST && broad >= least * told),
    tradeStems: new Set(trade.map(({ stem }) => stem)),
    closeness: 1 - Math.exp(-broad / (SCALE * Math.max(1, subjectOf(phrases)))),
  };
};

const sumOfWeights = (words: readonly Word[]) => words.reduce((sum, { weight }) => sum + weight, 0);

const heavyStems = (phrases: readonly Wanted[]) =>
  phrases.flatMap(({ subject }) =>
    subject.filter(({ weight }) => weight >= HEAVY).map(({ stem }) => stem),
  );

/** The trades asked about. Only where a rubric says little of them do their words stand for it. */
const tradesOf = (asked: Wanted, phrases: readonly Wanted[]): ReadonlySet<number> => {
  const telling = phrases.filter((phrase) => domainsIn(heavyStems([phrase])).size > 0);
  const isThin = telling.length < THIN * phrases.length;
  return isThin ? domainsIn(heavyStems([asked, ...phrases])) : new Set();
};

/** The weight of subject in a phrase of the rubric, on average. */
const subjectOf = (phrases: readonly Wanted[]) =>
  sumOfWeights(phrases.flatMap(({ subject }) => subject)) / Math.max(1, phrases.length);

/** How far a rubric is about conduct rather than knowledge, 0–1. */
const conductOf = (phrases: readonly Wanted[]) => {
  const acts = phrases.flatMap((phrase) => phrase.acts.filter((act) => !isBroad(act))).length;
  const perPhrase = acts / Math.max(1, phrases.length);
  const bySubject = Math.min(1, Math.max(0, SUBJECT_OF_KNOWLEDGE - subjectOf(phrases)));
  return bySubject * Math.min(1, perPhrase / ACTS_OF_CONDUCT);
};
