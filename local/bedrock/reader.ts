import { findInjections, withoutInjections } from '../../shared/interviewer/injection.ts';
import { isOtherLanguage } from '../../shared/interviewer/language-check.ts';
import { quoteCheck } from '../../shared/interviewer/quotes.ts';
import { cuesOf, feedbackOn } from './feedback.ts';
import { echoOf, isDenied, isList, passagesOf, rareWords } from './passages.ts';
import { type Blocks, criteriaOf, type KnownCriterion, settingsOf } from './request.ts';
import { textsIn } from './texts.ts';

/** An answer of so many words on the question's subject shows something. */
const someWords = 40;
/** Rare words of question and rubric that an answer on the subject has. */
const subjectWords = 2;
/** Shares of the evidence's rare words that add a level each. */
const [some, much] = [0.2, 0.4] as const;
/** Words of evidence that levels 4 and 5 need. */
const evidenceWords = 8;
const maxQuotes = 3;
/** Passages that are tried as quotes of one criterion. */
const maxTried = 6;
/** Criteria that may rest on the same passages. */
const maxCarried = 2;

interface Passage {
  text: string;
  rare: ReadonlySet<string>;
}

interface Answer {
  /** Without lists of words, and without what says question or rubric back. */
  passages: readonly Passage[];
  /** Whether a passage passes the check of quotes. */
  isEvidence(text: string): boolean;
  /** Whether it is about what the question is about, at some length. */
  isOnSubject: boolean;
  hasAllCues: boolean;
  /** How many criteria rest on the same passages. */
  carried: Map<string, number>;
  subject: ReadonlySet<string>;
}

const both = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  [...a].filter((word) => b.has(word)).length;
const joined = (passages: readonly Passage[]) => new Set(passages.flatMap(({ rare }) => [...rare]));
const lengthOf = (text: string) => text.match(/\S+/g)?.length ?? 0;

/** The passages with most of the wanted words that are evidence. */
const quotesOf = (wanted: ReadonlySet<string>, answer: Answer) =>
  answer.passages
    .map((passage) => ({ ...passage, worth: both(wanted, passage.rare) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, maxTried)
    .filter(({ text }) => answer.isEvidence(text))
    .slice(0, maxQuotes);

/** As many of the quotes as do not, taken together, carry two criteria already. */
const notCarrying = (quotes: readonly Passage[], { carried }: Answer): readonly Passage[] => {
  for (let n = quotes.length; n > 0; n -= 1) {
    const taken = quotes.slice(0, n);
    const key = JSON.stringify(taken.map(({ text }) => text).sort());
    const before = carried.get(key) ?? 0;
    carried.set(key, before + 1);
    if (before < maxCarried) return taken;
  }
  return [];
};

const levelOf = (share: number, quoted: number, answer: Answer): number => {
  const reached = [
    answer.isOnSubject || share >= some,
    share >= some,
    share >= much,
    share >= some && answer.hasAllCues,
  ].filter(Boolean).length;
  return quoted < evidenceWords ? Math.min(3, 1 + reached) : 1 + reached;
};

/** A warning sign is seen only where all its rare words stand in one passage that denies nothing. */
const warningsOf = ({ warning_signs }: KnownCriterion, answer: Answer): string[] => {
  const signs = warning_signs.map(rareWords).filter(({ size }) => size > 1);
  return answer.passages
    .filter(({ rare }) => signs.some((sign) => both(sign, rare) === sign.size))
    .map(({ text }) => text)
    .filter((text) => !isDenied(text))
    .slice(0, maxQuotes)
    .filter((text) => answer.isEvidence(text));
};

const readCriterion = (criterion: KnownCriterion, answer: Answer) => {
  const wanted = rareWords(criterion.evidence_wanted.join(' '));
  const found = quotesOf(wanted, answer);
  const share = both(wanted, joined(found)) / Math.max(1, wanted.size);
  const quotes = notCarrying(share >= some ? found : quotesOf(answer.subject, answer), answer);
  const length = quotes.reduce((sum, { text }) => sum + lengthOf(text), 0);
  const level = quotes.length > 0 ? levelOf(share, length, answer) : 1;
  const warning_signs = warningsOf(criterion, answer);
  return {
    criterion_id: criterion.id,
    quotes: level > 1 ? quotes.map(({ text }) => text) : [],
    warning_signs,
    level: warning_signs.length > 0 ? Math.min(2, level) : level,
    reason: `No language model read this: the answer has ${Math.round(100 * share)}% of the less common words of the evidence wanted.`,
  };
};

/** No level, which only the offline reader may leave out: there is nothing that could read the language. */
const leaveUnread = (criteria: readonly KnownCriterion[], tongue: string) => ({
  criteria: criteria.map(({ id }) => ({
    criterion_id: id,
    quotes: [],
    warning_signs: [],
    level: null,
    reason: 'Not read: without a language model only English is read. A person has to read it.',
  })),
  feedback: textsIn(tongue).feedback,
});

/**
 * Reads one English answer by comparing words: a demonstration of what a reading looks like. It tells
 * nothing about a person, and nothing in it is tuned.
 */
export const assessAnswer = (blocks: Blocks) => {
  const { tongue } = settingsOf(blocks);
  const { question = '', answer: text = '' } = blocks;
  const criteria = criteriaOf(blocks);
  const injections = findInjections(text);
  const instructions_in_answer = injections.length > 0;
  if (tongue !== 'en' || isOtherLanguage(text, 'en'))
    return { ...leaveUnread(criteria, tongue), instructions_in_answer };
  const check = quoteCheck(text, { question, rubric: { version: 1, criteria } }, injections);
  const texts = criteria.flatMap(({ name, anchors, evidence_wanted }) => [
    name,
    ...Object.values(anchors),
    ...evidence_wanted,
  ]);
  const isEcho = echoOf([question, ...texts]);
  const saidIn = (some: string): Passage[] =>
    (isEcho(some) ? [] : passagesOf(some))
      .filter((one) => !isList(one) && !isEcho(one))
      .map((one) => ({ text: one, rare: rareWords(one) }));
  const passages = saidIn(text);
  const subject = rareWords([question, ...texts].join(' '));
  // What is said to an evaluator, or to fill a page, makes no answer longer.
  const own = injections.length > 0 ? saidIn(withoutInjections(text)) : passages;
  const said = own
    .filter((one) => both(subject, one.rare) > 0 || cuesOf(one.text).has('action'))
    .reduce((sum, one) => sum + lengthOf(one.text), 0);
  const cues = cuesOf(text);
  const answer: Answer = {
    passages,
    isEvidence: (one) => check(one).kind === 'evidence',
    isOnSubject: said >= someWords && (both(subject, joined(own)) >= subjectWords || cues.size > 1),
    hasAllCues: cues.size === 3,
    carried: new Map(),
    subject,
  };
  return {
    criteria: criteria.map((criterion) => readCriterion(criterion, answer)),
    feedback: feedbackOn(cues),
    instructions_in_answer,
  };
};
