import { findInjections } from '../../shared/interviewer/injection.ts';
import { isEnglishWord } from './frequency.ts';
import { isSelfPraise, readAddresses } from './instructions.ts';
import {
  type Passage,
  readSentence,
  type Sentence,
  splitClauses,
  splitSentences,
} from './sentences.ts';

/** What an answer is read against. */
export interface Against {
  question: readonly Sentence[];
  /** Every text of the rubric: names, anchors, evidence. */
  rubric: readonly Sentence[];
  language: string;
}

/** The sentences of an answer that may count, and whether some spoke to the evaluator. */
export interface Reading {
  sentences: Sentence[];
  /** The number of the paragraph that each of them stands in. */
  paragraphs: number[];
  /** Paragraphs that begin by speaking to the evaluator. */
  suspect: ReadonlySet<number>;
  /** The whole answer without what speaks to the evaluator, read as one. */
  whole: Sentence;
  instructions: boolean;
}

// Telling words are heavier than this; below are the words of every talk.
const TELLING = 0.25;
const telling = (sentence: Sentence) => sentence.words.filter(({ weight }) => weight >= TELLING);

const share = (stems: readonly string[], of: ReadonlySet<string>) =>
  stems.filter((stem) => of.has(stem)).length / Math.max(1, stems.length);

/** Nearly all that it says is said in the question. */
const isEcho = (sentence: Sentence, question: ReadonlySet<string>) => {
  const stems = [...new Set(telling(sentence).map(({ stem }) => stem))];
  const shared = share(stems, question);
  return stems.length >= 3
    ? shared >= 0.75
    : stems.length > 0 && shared === 1 && sentence.words.length > 2;
};

/** As many words of one text as the other has, and hardly any besides. */
const isAlike = (stems: readonly string[], text: Sentence) => {
  const own = new Set(stems);
  const theirs = telling(text).map(({ stem }) => stem);
  return own.size >= 3 && share([...own], text.stems) >= 0.8 && share(theirs, own) >= 0.8;
};

const wordsOnly = ({ words }: Sentence) => words.map(({ text }) => text).join(' ');

/** Nearly all that it says stands in the rubric: in one of its sentences, or picked from all. */
const isSaidBack = (sentence: Sentence, rubric: readonly Sentence[], all: ReadonlySet<string>) => {
  const stems = telling(sentence).map(({ stem }) => stem);
  const said = wordsOnly(sentence);
  return (
    (stems.length >= 5 && share(stems, all) >= 0.8) ||
    (stems.length >= 4 && rubric.some((text) => share(stems, text.stems) >= 0.8)) ||
    rubric.some(
      (text) => isAlike(stems, text) || (text.words.length >= 3 && wordsOnly(text) === said),
    )
  );
};

/** A heading or a single word. */
const isLabel = ({ words, text }: Sentence) =>
  words.length < 2 || (words.length <= 3 && /:\s*$/.test(text));

/** A heap of key words: no small words between them, as every sentence has. */
const isHeap = (sentence: Sentence) => {
  const heavy = telling(sentence).length;
  if (heavy < 5 || /[=(){};]|->|=>/.test(sentence.text)) return false;
  const light = sentence.words.filter(({ weight }) => weight === 0).length;
  return light / sentence.words.length < 0.12;
};

const isGibberish = (sentence: Sentence, known: ReadonlySet<string>) => {
  const words = sentence.words.filter(({ text }) => /^[a-z']{2,}$/.test(text));
  if (sentence.words.some(({ text }) => text.length > 45)) return true;
  const unknown = words.filter(
    ({ text, stem }) => !isEnglishWord(text.replace(/'.*/, '')) && !known.has(stem),
  );
  return words.length >= 4 && unknown.length / words.length > 0.6;
};

// Says that something is not there: naming it is no evidence of it.
const LACK =
  /\b(?:i (?:have never|'ve never|haven't|have not|had never|never|don't|do not|didn't|did not|can't|cannot|couldn't) (?:\S+ ){0,2}?(?:used?|worked|work|know|heard|done|tried|understand|remember|recall|think of|experience|come across|say|looked into|really know)|(?:no|not much|little) (?:real |direct |hands-on )?(?:experience|idea|knowledge|clue)|not (?:sure|familiar|certain)|no idea|i guess\b|nothing (?:comes to mind|in particular)|idk|dunno)\b/;

/** Whether a passage overlaps what speaks to the evaluator. */
const touches = ({ text, start }: Passage, spans: readonly { start: number; end: number }[]) =>
  spans.some((span) => span.start < start + text.length && start < span.end);

/**
 * Reads an answer and leaves out what is no evidence: text that speaks to the evaluator or praises
 * itself, the question or rubric said back, heaps of key words, gibberish, and what says that
 * something is lacking. Each sentence is judged by itself, so that adding text never makes another
 * sentence count (an instruction only takes its like away).
 */
export const readAnswer = (answer: string, { question, rubric, language }: Against): Reading => {
  const injections = findInjections(answer);
  const spoken = injections.length > 0;
  const passages = splitSentences(answer);
  // A sentence said again is read once: it adds nothing, and a flood of it costs nothing.
  const texts = [...new Set(passages.map(({ text }) => text))];
  const read = texts.map((text) => readSentence(text, language));
  const addresses = readAddresses(read.map(({ folded }) => folded));
  const touched = new Set(
    passages.filter((passage) => touches(passage, injections)).map(({ text }) => text),
  );
  const speaking = new Set(
    texts.filter((text, i) => {
      if (touched.has(text) || addresses[i] === 'instruction') return true;
      return (spoken && addresses[i] !== 'none') || isSelfPraise(read[i]?.folded ?? '');
    }),
  );
  const questionStems = new Set(question.flatMap(({ stems }) => [...stems]));
  const rubricStems = new Set(rubric.flatMap(({ stems }) => [...stems]));
  const known = new Set([...questionStems, ...rubricStems]);
  const isEvidence = (sentence: Sentence) => {
    if (speaking.has(sentence.text)) return false;
    if (isEcho(sentence, questionStems) || isSaidBack(sentence, rubric, known)) return false;
    if (isHeap(sentence) || isLabel(sentence)) return false;
    return language !== 'en' || !(isGibberish(sentence, known) || LACK.test(sentence.folded));
  };
  const { places, suspect } = readParagraphs(answer, passages, speaking);
  const evidence = read.filter(isEvidence).flatMap((sentence) =>
    splitClauses(sentence.text).map((clause) => ({
      sentence: clause === sentence.text ? sentence : readSentence(clause, language),
      paragraph: places.get(sentence.text) ?? 0,
    })),
  );
  const whole = texts.filter((text) => !speaking.has(text)).join(' ');
  return {
    sentences: evidence.map(({ sentence }) => sentence),
    paragraphs: evidence.map(({ paragraph }) => paragraph),
    suspect,
    whole: readSentence(whole, language),
    instructions: spoken,
  };
};

/** In which paragraph each sentence first stands, and which paragraphs begin with speech to us. */
const readParagraphs = (
  answer: string,
  passages: readonly Passage[],
  speaking: ReadonlySet<string>,
) => {
  const places = new Map<string, number>();
  const suspect = new Set<number>();
  let paragraph = 0;
  for (const passage of passages) {
    if (startsParagraph(answer, passage)) {
      paragraph += 1;
      if (speaking.has(passage.text)) suspect.add(paragraph);
    }
    if (!places.has(passage.text)) places.set(passage.text, paragraph);
  }
  return { places, suspect };
};

const startsParagraph = (answer: string, { start }: Passage) =>
  start === 0 || /\n\P{L}*$/u.test(answer.slice(Math.max(0, start - 12), start));
