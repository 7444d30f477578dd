import { padded, words } from '../../shared/interviewer/folded-text.ts';
import type { BankField } from './bank.ts';

/** A posting as the bank is searched for it. */
export interface Posting {
  /** As it was written. */
  text: string;
  /** The words of the title, with a space around each. */
  title: string;
  /** The words of title and description, with a space around each. */
  all: string;
}

/** Reads a posting: title, empty line, description. */
export const readPosting = (job: string): Posting => ({
  text: job,
  title: padded(job.split('\n', 1)[0] ?? ''),
  all: padded(job),
});

const phrases = new Map<string, string>();

/** A phrase of the bank as it begins among spaced words. */
const beginning = (phrase: string): string => {
  const made = phrases.get(phrase) ?? padded(phrase).trimEnd();
  phrases.set(phrase, made);
  return made;
};

/** Whether a word or phrase begins somewhere among spaced words. */
export const begins = (among: string, phrase: string): boolean => among.includes(beginning(phrase));

/** Whether a word or phrase, or its plural, is in a title. */
export const isTitled = (title: string, phrase: string): boolean =>
  ['', 's'].some((plural) => title.includes(`${beginning(phrase)}${plural} `));

/** What a job title, one of its words and one of the description speak for a field. */
const worth = { title: 5, inTitle: 2, word: 1 };

/** Without a title, this many words of a field have to be there. */
const enough = 3;

const scoreOf = ({ titles, words: listed }: BankField, { title, all }: Posting): number => {
  const named = titles.filter((phrase) => isTitled(title, phrase)).map((one) => words(one).length);
  return (
    worth.title * Math.max(0, ...named) +
    worth.inTitle * listed.filter((word) => begins(title, word)).length +
    worth.word * listed.filter((word) => begins(all, word)).length
  );
};

/** The field of work that a posting is from; undefined where its words do not say. */
export const fieldOf = (bank: readonly BankField[], posting: Posting): BankField | undefined =>
  bank
    .filter(({ field }) => field !== 'general')
    .map((field) => ({ field, score: scoreOf(field, posting) }))
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score)[0]?.field;

/**
 * The tools that a posting names for certain, in its order: in their own spelling, as words of their
 * own, and in a sentence that leaves no choice ("NetSuite or SAP", "Go is a plus"). A name that could
 * be any word does not count at the start of a sentence: "Excel at your work".
 */
export const toolsNamed = ({ text }: Posting, tools: readonly string[]): string[] => {
  const sure = text.split(/[.!?;:](?=\s)|[\r\n]+/u).filter((one) => !leavesChoice.test(one));
  return tools
    .map((tool) => ({ tool, at: sure.findIndex((sentence) => isNamed(sentence.trim(), tool)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ tool }) => tool);
};

const leavesChoice =
  /\b(?:or|plus|ideally|preferred|preferably|nice to have|advantage|similar)\b/iu;
const inWord = { before: /[\p{L}\p{N}.&+#/-]$/u, after: /^(?:[\p{L}\p{N}&+#/-]|\.\p{L})/u };
const anyWord = /^\p{Lu}\p{Ll}*$/u;
const bullet = /^[\s•*–-]*$/u;

const isNamed = (sentence: string, tool: string): boolean => {
  for (let at = sentence.indexOf(tool); at >= 0; at = sentence.indexOf(tool, at + 1)) {
    const before = sentence.slice(0, at);
    const isName =
      !inWord.before.test(before.slice(-1)) &&
      !inWord.after.test(sentence.slice(at + tool.length, at + tool.length + 2));
    if (isName && !(anyWord.test(tool) && bullet.test(before))) return true;
  }
  return false;
};
