import { type Act, actsOf } from './acts.ts';
import { isEmptyTalk } from './claims.ts';
import { type Cue, cuesAsked, cuesOf } from './cues.ts';
import { relatedTo } from './related.ts';
import type { KnownCriterion } from './request.ts';
import { readSentence, readSentences, type Sentence } from './sentences.ts';
import type { Word } from './words.ts';

/** One thing that a rubric wants to see: words of the subject, and what the sentence has to do. */
export interface Wanted {
  subject: readonly Word[];
  cues: readonly Cue[];
  acts: readonly Act[];
}

/** A sentence of an answer with the cues it shows. */
export interface Shown extends Sentence {
  cues: ReadonlySet<Cue>;
  acts: ReadonlySet<Act>;
  /** Talks in general or in praise of oneself. */
  empty: boolean;
  /** Speaks of the question's or rubric's subject, or of something that such a sentence speaks of. */
  relevant: boolean;
}

const SUBJECT = 0.2;
// The language of rubrics: says what to do with the subject, is not the subject.
const RUBRIC_WORD =
  /^(?:nam|describ|explain|mention|gives?|giv|state|show|say|clear|clearli|concret|specif|exampl|detail|situat|answer|candid|evid|least|vagu|gener|relev|appropri|understand|demonstr|identifi|discuss|consid|refer|instanc|real|own|person|result|outcom|reason|number|figur|metric|question|level|strong|good|well|kind|type|includ|provid|correct|correctli|student|recogn|should|must|trade|off|tradeoff|altern|talk|speak|connect|tell|told|account|content|partial|partli|complet|full|fulli|accur)$/;

/** What one phrase of a rubric wants. */
export const wantedOf = (phrase: string, language: string): Wanted => {
  const { words, folded } = readSentence(phrase, language);
  const cues =
    language === 'en'
      ? words.flatMap(({ stem }) => cuesAsked(stem))
      : [...cuesOf(phrase.toLowerCase(), language)];
  const seen = new Set<string>();
  const subject = words.filter(({ stem, weight }) => {
    if (weight < SUBJECT || seen.has(stem) || RUBRIC_WORD.test(stem)) return false;
    seen.add(stem);
    return true;
  });
  return { subject, cues: [...new Set(cues)], acts: language === 'en' ? [...actsOf(folded)] : [] };
};

/** How heavy a word of the subject is: rare words say more, but none says all. */
const heft = (word: Word) => 0.3 + word.weight;

const has = (word: Word, sentence: Pick<Sentence, 'stems' | 'concepts'>) => {
  if (sentence.stems.has(word.stem)) return 1;
  if (word.concepts.some((concept) => sentence.concepts.has(concept))) return 0.8;
  let best = 0;
  for (const [stem, strength] of relatedTo(word.text))
    if (strength > best && sentence.stems.has(stem)) best = strength;
  return best;
};

/** The share, 0–1 by weight, of the words of a subject that a sentence has, itself or by synonym. */
export const coverage = (
  subject: readonly Word[],
  sentence: Pick<Sentence, 'stems' | 'concepts'>,
) => {
  let sum = 0;
  let found = 0;
  for (const word of subject) {
    sum += heft(word);
    found += heft(word) * has(word, sentence);
  }
  return sum > 0 ? found / sum : 0;
};

/** All of several sentences as if they were one. */
export const together = (sentences: readonly Sentence[]) => ({
  stems: new Set(sentences.flatMap(({ stems }) => [...stems])),
  concepts: new Set(sentences.flatMap(({ concepts }) => [...concepts])),
});

/** The texts of a rubric, each as sentences. */
export const rubricSentences = (criteria: readonly KnownCriterion[], language: string) =>
  criteria.flatMap(({ name, low, middle, high, evidence_wanted }) =>
    [name, low, middle, high, ...evidence_wanted].flatMap((text) => readSentences(text, language)),
  );

const RARE = 0.5;

/** Marks which sentences of an answer bear on the subject. */
export const showCues = (
  sentences: readonly Sentence[],
  subject: readonly Word[],
  language: string,
): Shown[] => {
  const linked = sentences.map((sentence) => subject.some((word) => has(word, sentence) > 0));
  const chain = new Set(
    sentences.flatMap(({ words }, i) =>
      linked[i] ? words.filter(({ weight }) => weight >= RARE).map(({ stem }) => stem) : [],
    ),
  );
  return sentences.map((sentence, i) => ({
    ...sentence,
    cues: cuesOf(sentence.folded, language),
    acts: language === 'en' ? actsOf(sentence.folded) : new Set<Act>(),
    empty: language === 'en' && isEmptyTalk(sentence.folded),
    relevant:
      linked[i] === true ||
      sentence.words.some(({ stem, weight }) => weight >= RARE && chain.has(stem)),
  }));
};
