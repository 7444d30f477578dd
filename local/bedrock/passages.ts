import { runsOf, words, wordsInRuns } from '../../shared/interviewer/folded-text.ts';
import smallWords from './small-words.json' with { type: 'json' };

/** English words that say nothing of a subject. */
const common = new Set(smallWords.english.split(' '));

/** Long enough to tell words apart, short enough to find "measured" for "measuring". */
const stem = 5;

/** The beginnings of the words of a text that are not in every text. */
export const rareWords = (text: string): Set<string> =>
  new Set(
    words(text)
      .filter((word) => word.length > 1 && !common.has(word))
      .map((word) => word.slice(0, stem)),
  );

const cut = (text: string, between: RegExp, stretch: RegExp): string[] =>
  text.split(between).flatMap((one) => one.match(stretch) ?? []);

/** The sentences of a text, parted at semicolons too, longer ones in stretches of forty words: exact passages. */
export const passagesOf = (text: string): string[] =>
  cut(text, /(?<=[.!?;])\s+|[\r\n]+/u, /\S+(?:\s+\S+){0,39}/gu);

/** What commas part too, in stretches of twenty words. */
export const clausesOf = (text: string): string[] =>
  cut(text, /(?<=[.!?;:,])\s+|[\r\n]+/u, /\S+(?:\s+\S+){0,19}/gu);

/** Whether a passage names things without saying anything of them. */
export const isList = (passage: string): boolean => {
  const said = words(passage);
  const small = said.filter((word) => common.has(word)).length;
  const commas = passage.match(/[,;/|•]/gu)?.length ?? 0;
  return said.length < 3 || small * 6 < said.length || commas * 3 > said.length;
};

/** Words in a row that count as taken over. */
const run = 3;
/** Fewer rare words may all be those of a rubric by chance. */
const someRare = 6;

/**
 * A check whether a passage mostly says one of these texts back, in runs of three words and more, or is
 * made of their rare words.
 */
export const echoOf = (texts: readonly string[]) => {
  const known = new Set(texts.flatMap((text) => runsOf(words(text), run)));
  const knownRare = rareWords(texts.join(' '));
  return (passage: string): boolean => {
    const rare = [...rareWords(passage)];
    const taken = rare.filter((word) => knownRare.has(word)).length;
    if (rare.length >= someRare && taken * 10 >= rare.length * 9) return true;
    const said = words(passage);
    return wordsInRuns(runsOf(said, run), known, run) * 5 >= said.length * 3;
  };
};

/** Whether a passage says that something was not done. */
export const isDenied = (passage: string): boolean =>
  /\b(?:not|never|no|nobody|without|instead|avoid\w*|refus\w*)\b|n['’]t\b/iu.test(passage);
