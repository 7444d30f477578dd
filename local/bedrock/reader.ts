import type { Span } from '../../shared/interviewer/folded-text.ts';
import { findInjections } from '../../shared/interviewer/injection.ts';
import { isOtherLanguage } from '../../shared/interviewer/language-check.ts';
import { heldLevel, mostOnOnePassage, strong } from '../../shared/interviewer/support.ts';
import { hasWords } from '../../shared/interviewer/word-count.ts';
import { cuesOf } from './cues.ts';
import { isForeign } from './foreign.ts';
import { clausesOf, echoOf, isDenied, isList, passagesOf, rareWords } from './passages.ts';
import { type Blocks, criteriaOf, type KnownCriterion, settingsOf } from './request.ts';
import { textsIn } from './texts.ts';

/** An answer of so many words on the question's subject shows something. */
const someWords = 40;
/** Rare words of question and rubric that an answer on the subject has. */
const subjectWords = 2;
/** Shares of the evidence's rare words that add a level each. */
const [some, much] = [0.2, 0.4] as const;
const maxQuotes = 3;

interface Passage {
  text: string;
  rare: ReadonlySet<string>;
}

/** How many of the words these passages have. */
const had = (words: ReadonlySet<string>, passages: readonly Passage[]) =>
  [...words].filter((word) => passages.some(({ rare }) => rare.has(word))).length;

const lengthOf = (passages: readonly Passage[]) =>
  passages.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);

/** What is said to an evaluator makes an answer no longer, and is no evidence. */
const prepared = (
  { question = '', answer: text = '' }: Blocks,
  criteria: readonly KnownCriterion[],
  injections: readonly Span[],
) => {
  const own = injections
    .reduce((units, { start, end }) => units.fill('\n', start, end), text.split(''))
    .join('');
  const texts = criteria.flatMap((one) => [
    one.name,
    ...Object.values(one.anchors),
    ...one.evidence_wanted,
  ]);
  const isEcho = echoOf([question, ...texts]);
  const subject = rareWords([question, ...texts].join(' '));
  const read = (made: readonly string[]): readonly Passage[] => {
    const said = made.filter((one) => !isList(one) && !isEcho(one));
    return said.map((one) => ({ text: one, rare: rareWords(one) }));
  };
  const toldIn = (made: readonly Passage[]) =>
    made.filter((one) => had(subject, [one]) > 0 || cuesOf(one.text).has('action'));
  const whole = read(isEcho(own) ? [] : passagesOf(own));
  const cues = cuesOf(own);
  const isAbout = had(subject, whole) >= subjectWords || cues.size > 1;
  const isOnSubject = isAbout && lengthOf(toldIn(whole)) >= someWords;
  // In an answer of few sentences each criterion needs a passage too.
  const isShort = toldIn(whole).length * mostOnOnePassage < criteria.length;
  const passages = isShort ? read(whole.flatMap((one) => clausesOf(one.text))) : whole;
  /** What an answer on the subject has to show, whatever evidence is missing. */
  const told = isOnSubject ? quotesOf(subject, passages) : [];
  /** How many criteria are based on the same passages. */
  const carried = new Map<string, number>();
  return { whole, passages, told, cues, carried };
};
type Answer = ReturnType<typeof prepared>;

/** The passages with most of the wanted words. */
const quotesOf = (wanted: ReadonlySet<string>, passages: readonly Passage[]) =>
  passages
    .map((passage) => ({ ...passage, worth: had(wanted, [passage]) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, maxQuotes);

/** As many of the quotes as do not, taken together, carry two criteria already. */
const notCarrying = (quotes: readonly Passage[], answer: Answer): readonly Passage[] => {
  const key = JSON.stringify(quotes.map(({ text }) => text).sort());
  const before = answer.carried.get(key) ?? 0;
  answer.carried.set(key, before + 1);
  const isFree = before < mostOnOnePassage || quotes.length === 0;
  return isFree ? quotes : notCarrying(quotes.slice(0, -1), answer);
};

/** All the rare words of a warning sign are in one passage that denies nothing. */
const warningsOf = ({ warning_signs }: KnownCriterion, { whole }: Answer): string[] => {
  const signs = warning_signs.map(rareWords).filter(({ size }) => size > 1);
  return whole
    .filter((one) => signs.some((sign) => had(sign, [one]) === sign.size) && !isDenied(one.text))
    .slice(0, maxQuotes)
    .map(({ text }) => text);
};

const readCriterion = (criterion: KnownCriterion, answer: Answer) => {
  const wanted = rareWords(criterion.evidence_wanted.join(' '));
  const found = quotesOf(wanted, answer.passages);
  const share = had(wanted, found) / Math.max(1, wanted.size);
  const evidence = share >= some ? notCarrying(found, answer) : [];
  const isFound = evidence.length > 0;
  const quotes = isFound ? evidence : notCarrying(answer.told, answer);
  const reached = [
    quotes.length > 0,
    isFound,
    isFound && share >= much,
    isFound && answer.cues.size === 3,
  ];
  const warning_signs = warningsOf(criterion, answer);
  const level = Math.min(
    1 + reached.filter(Boolean).length,
    hasWords(quotes.map(({ text }) => text).join(' '), strong.words) ? 5 : strong.level - 1,
  );
  return {
    criterion_id: criterion.id,
    quotes: level > 1 ? quotes.map(({ text }) => text) : [],
    warning_signs,
    level: heldLevel(level, warning_signs),
    reason: `No language model read this: the answer has ${Math.round(100 * share)}% of the less common words of the evidence wanted.`,
  };
};

/** No level, which only the offline reader may leave out: nothing here could read the language. */
const unread = (criterion_id: string, reason: string) => ({
  criterion_id,
  quotes: [],
  warning_signs: [],
  level: null,
  reason,
});

/**
 * Reads one English answer by comparing words: a demonstration of what a reading looks like. It tells
 * nothing about a person, and nothing in it is tuned.
 */
export const assessAnswer = (blocks: Blocks) => {
  const { tongue } = settingsOf(blocks);
  const { answer: text = '' } = blocks;
  const criteria = criteriaOf(blocks);
  const injections = findInjections(text);
  const instructions_in_answer = injections.length > 0;
  const { tip, not_read } = textsIn(tongue);
  const feedback = { strength: '', tip };
  if (tongue !== 'en' || isOtherLanguage(text, 'en') || isForeign(text)) {
    const unreadAll = criteria.map(({ id }) => unread(id, not_read));
    return { criteria: unreadAll, feedback, instructions_in_answer };
  }
  const answer = prepared(blocks, criteria, injections);
  return {
    criteria: criteria.map((criterion) => readCriterion(criterion, answer)),
    feedback,
    instructions_in_answer,
  };
};
