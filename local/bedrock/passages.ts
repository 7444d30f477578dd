import { runsOf, words } from '../../shared/interviewer/folded-text.ts';

/** English words that say nothing of a subject. */
const common = new Set(
  `a about after again all also always am an and any are as at back be because been before being both
  but by came can come could did do does doing done down each even every few first for from get give go
  going good got had has have having he her here him his how i if in into is it its just keep know last
  let like look made make many may me might more most much must my need needs never new next no nor not
  now of off on once one only or other our out over own people person put really said same say says see
  she should show since so some someone something still such take tell than that the their them then
  there these they thing things think this those through time to together told too took two under until
  up upon us use used using very want wanted was way we well went were what when where which while who
  why will with within without work worked working works would yes yet you your`.split(/\s+/),
);

/** Long enough to tell words apart, short enough to find "measured" for "measuring". */
const stem = 5;

/** The beginnings of the words of a text that are not in every text. */
export const rareWords = (text: string): Set<string> =>
  new Set(
    words(text)
      .filter((word) => word.length > 1 && !common.has(word))
      .map((word) => word.slice(0, stem)),
  );

const sentence = /(?<=[.!?;])\s+|[\r\n]+/u;
const stretch = /\S+(?:\s+\S+){0,39}/gu;

/** The sentences of a text, parted at semicolons too, longer ones in stretches of forty words: exact passages. */
export const passagesOf = (text: string): string[] =>
  text.split(sentence).flatMap((one) => one.match(stretch) ?? []);

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
    const echoed = new Set<number>();
    for (const [n, taken] of runsOf(said, run).entries())
      if (known.has(taken)) for (const word of [n, n + 1, n + 2]) echoed.add(word);
    return echoed.size * 5 >= said.length * 3;
  };
};

/** Whether a passage says that something was not done. */
export const isDenied = (passage: string): boolean =>
  /\b(?:not|never|no|nobody|without|instead|avoid\w*|refus\w*)\b|n['’]t\b/iu.test(passage);
