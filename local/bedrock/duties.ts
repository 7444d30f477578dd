import { fold } from './fold.ts';
import { functionWords } from './function-words.ts';
import { isVerb } from './related.ts';
import { type Passage, readSentence, splitSentences } from './sentences.ts';

/** Something that a job asks a person to do, in the words of its advertisement. */
export interface Duty {
  /** Begins with a verb in its base form, so that it can follow "to": `dress wounds`. */
  text: string;
  stems: ReadonlySet<string>;
  /** Of the words that tell something. */
  weight: number;
}

const OPENING =
  /^(?:[-*•–—]\s*)?(?:(?:in this (?:role|job|position),? )?(?:you(?:'ll| will| would| are going to)? |the (?:successful |ideal )?candidate will |(?:your )?(?:main |key )?(?:duties|tasks|responsibilities|role|job)(?: include| includes| are| is|:)+ (?:to )?)(?:also |then )?)?/i;
const PARTS = /[;:]\s+|,\s+(?:and\s+|or\s+)?|\s+(?:and|then)\s+/;
// Verbs of being and wanting tell what a person is like, not what they do.
const NO_DUTY = new Set(
  'be am are is was have has had know need want love like enjoy can may must should would could feel think believe hold bring get join become understand mean seem appear own share come go let do does did matter offer experience require'.split(
    ' ',
  ),
);
const FEWEST = 2;
const MOST = 14;

const firstWord = (text: string) => /^[a-z][a-z-]*/.exec(fold(text))?.[0] ?? '';
const startsWithVerb = (text: string) => {
  const word = firstWord(text);
  return word.length > 1 && !NO_DUTY.has(word) && !functionWords('en').has(word) && isVerb(word);
};

// "keep", "make", "take" and the like carry no subject, yet begin many a duty.
const LIGHT = /^(?:keep|look|make|take|give|put|set|see|say|get|use|show)\b/;
const opensDuty = (text: string) => startsWithVerb(text) || LIGHT.test(fold(text));

/** The separate duties of one sentence: what follows a comma and is no verb belongs to the last. */
const dutiesOf = ({ text }: Passage, isOrder: boolean): string[] => {
  const opening = OPENING.exec(text)?.[0] ?? '';
  if (opening.trim() === '' && !isOrder) return [];
  const body = text.slice(opening.length).replace(/[.!?]+$/, '');
  if (!opensDuty(body)) return [];
  const found: string[] = [];
  let at = 0;
  for (const mark of [...body.matchAll(new RegExp(PARTS, 'g')), { index: body.length, 0: '' }]) {
    const next = body.slice(mark.index + mark[0].length).replace(OPENING, '');
    const isEnd = mark.index === body.length;
    if (!isEnd && !(opensDuty(next) && fits(body.slice(at, mark.index)))) continue;
    found.push(body.slice(at, mark.index).replace(OPENING, ''));
    at = mark.index + mark[0].length;
  }
  return found.map((duty) => duty.trim()).filter(fits);
};

const fits = (duty: string) => {
  const count = duty.trim().split(/\s+/).length;
  return count >= FEWEST && count <= MOST;
};

const lowerFirst = (text: string) =>
  text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** The duties that the lines of an English advertisement name, in its order, each once. */
export const extractDuties = (lines: readonly string[]): Duty[] => {
  const seen = new Set<string>();
  return lines.slice(1).flatMap((line) =>
    splitSentences(line).flatMap((sentence) =>
      // A line that begins with a verb is a bullet of a list of tasks.
      dutiesOf(sentence, sentence.start < 4).flatMap((text) => {
        const { words, stems } = readSentence(text, 'en');
        const weight = words.reduce((sum, word) => sum + word.weight, 0);
        const key = [...stems].sort().join(' ');
        if (weight < 0.4 || seen.has(key)) return [];
        seen.add(key);
        return [{ text: lowerFirst(text), stems, weight }];
      }),
    ),
  );
};
