import { fold } from './fold.ts';
import { isEnglishWord, rarity } from './frequency.ts';
import { functionWords } from './function-words.ts';
import { weightOfLine } from './line-weight.ts';
import { stemOf } from './words.ts';

/** A word or a few that name something a job deals with. */
export interface Term {
  /** As the text writes it, without a capital that only its place in the sentence gave it. */
  text: string;
  stems: readonly string[];
  /** Whether it is a name (of a tool, a language, a product), as far as its spelling tells. */
  named: boolean;
  /** How much it says about the job: rarity in general English times use in the text. */
  weight: number;
}

// Words of job advertisements. They are in all of them and so say nothing about one.
const ADVERTISEMENT = new Set(
  `ability able according across additional advanced advantage all analytical and applicant applicants
  application applications apply area areas asset at attitude background base based basic basis
  benefit benefits best better bonus bring build builds building built business candidate candidates
  career challenge challenges clear colleague colleagues come communication company competitive
  complex comfortable confident contribute contributing cooperate create created creating creative
  culture current daily day days deep degree deliver delivers delivering delivery demonstrated
  demonstrable dedicated department design designing develop developer developers develops developing
  development duties dynamic early effective effectively employee employees employer engineer
  engineers engineering ensure ensures ensuring environment environments equal equivalent essential
  etc event excellent exciting expect expected experience experienced expert expertise familiar
  familiarity fast flexible fluent focus friendly full full-time fun future gain good great group grow
  growing growth hands hands-on handle handles handling hard help helps helping high highly hire
  hiring hour hours ideal ideally implement implements implementing important improve improves
  improving include includes including independent independently individual industry innovative
  interest interested interview interviews issue issues job join kind knowledge language languages
  large lead leads leading learn learning level like location look looking love maintain maintains
  maintaining manage manages managing mandatory member members mindset minimum modern month months
  motivated multiple must new nice office offer offers opportunity opportunities others our own
  ownership part participate partner partners passion passionate paid pay people perform person
  plan plus position positive possible practical practice practices preferred previous prior problem
  problems process product products professional proficiency proficient project projects prove proven
  provide provides providing qualification qualifications qualified quality range related relevant
  remote require required requirement requirements responsibility responsibilities responsible result
  results right role roles run runs running salary senior junior service services several
  shift shifts skill skills small solid solution solutions solve some someone specialist staff
  stakeholder stakeholders start strong subject successful successfully support supports supporting
  system systems take takes task tasks team teams technical technologies technology thing think time
  title together tool tools training understand understanding understands use used user users using
  various vacation value values variety verbal want wanted ways week weeks well willing willingness
  within work works worker working workplace workload world write writes writing written year years
  you your we us keep keeps keeping fix fixes fixing own owns review reviews reviewing test tests
  testing deploy deploys ship ships define defines drive drives driving collaborate collaborates
  collaborating coordinate coordinates follow follows answer answers care takes give gives giving set
  sets setting make makes making prepare prepares preparing explain explains talk talks check checks
  checking m/f/d f/m/d m/w/d w/m/d h/f monitor monitors monitoring document documents documenting`.split(
    /\s+/,
  ),
);
const LONGEST = 3;
const TOKEN = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}.+#/'’&-]*[\p{L}\p{M}\p{N}+#])?/gu;
const BREAK = /[,;:()\u2013\u2014|•·"“”]|\s-\s|\s\/\s|[.!?](?:\s|$)/g;
const SENTENCE_START = /(?:^|[.!?:])[\s\-*•–—·]*$/;
const NAME_SPELLING = /\p{L}.*\p{Lu}|[+#.\d]/u;

/** Words beside one another that name something. */
interface Run {
  words: string[];
  /** Whether its first word has a capital only for its place. */
  opens: boolean;
}

const isBreak = (word: string, stops: ReadonlySet<string>) => {
  const folded = fold(word);
  return stops.has(folded) || ADVERTISEMENT.has(folded) || /^[\p{N}.,%+-]+$/u.test(folded);
};

/** Runs of words between break words and punctuation: what a line is about, in its own words. */
const runsOf = (line: string, stops: ReadonlySet<string>): Run[] => {
  const breaks = [...line.matchAll(BREAK)].map(({ index }) => index);
  const runs: Run[] = [];
  let end = 0;
  for (const { 0: token, index } of line.matchAll(TOKEN)) {
    // French articles are written together with their noun: l'hygiène.
    const word = token.replace(/^[ldjnsmtqc]['’](?=\p{L})/iu, '');
    const apart = runs.length === 0 || breaks.some((at) => at >= end && at <= index);
    end = index + token.length;
    if (isBreak(word, stops)) runs.push({ words: [], opens: false });
    else if (apart || runs.at(-1)?.words.length === 0)
      runs.push({ words: [word], opens: SENTENCE_START.test(line.slice(0, index)) });
    else runs.at(-1)?.words.push(word);
  }
  return runs.filter(({ words }) => words.length > 0);
};

const isCapital = (word: string) => /^\p{Lu}/u.test(word) || NAME_SPELLING.test(word);
// Forms of verbs that stand in advertisements ("vous accueillez", "desarrollará"): no subject.
const VERB_FORM: Readonly<Record<string, RegExp>> = {
  fr: /ez$/,
  es: /(?:rás?|rán|remos|[aei]r)$/,
  ar: /^(?:وت|وس|ست|سي)/,
  hi: /(?:ेंगे|ेंगी|ेगा|ना)$/,
};

/** A name by its spelling, by its capital within a sentence, or by being in no dictionary. */
const isName = ({ words, opens }: Run, isTitle: boolean, language: string) =>
  words.some(
    (word, i) =>
      NAME_SPELLING.test(word) ||
      (language !== 'de' &&
        /^\p{Lu}/u.test(word) &&
        !isTitle &&
        (!(opens && i === 0) || (language === 'en' && !isEnglishWord(word.toLowerCase())))),
  );

/**
 * What of a run can be a subject: the names in it, in German the nouns, else the whole if it is
 * short and no verb.
 */
const subjectsIn = (run: Run, isTitle: boolean, language: string): Run[] => {
  const { words, opens } = run;
  if (language === 'de' || isName(run, isTitle, language)) {
    const groups: Run[] = [];
    let last = false;
    for (const [i, word] of words.entries()) {
      const counts =
        isCapital(word) && !(opens && i === 0 && !NAME_SPELLING.test(word) && words.length > 1);
      if (counts && last) groups.at(-1)?.words.push(word);
      else if (counts) groups.push({ words: [word], opens: opens && i === 0 });
      last = counts;
    }
    return groups.filter((group) => group.words.length <= LONGEST);
  }
  const isVerbForm = words.some((word) => VERB_FORM[language]?.test(word));
  return words.length <= LONGEST && !isVerbForm ? [run] : [];
};

const plainCase = ({ words, opens }: Run, isTitle: boolean) =>
  words
    .map((word, i) => {
      const hasPlaceCapital = isTitle || (opens && i === 0);
      const known = isEnglishWord(word.toLowerCase());
      return hasPlaceCapital && known && /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word;
    })
    .join(' ');

const weigh = (words: readonly string[], language: string) => {
  const rarities = words.map((word) => {
    if (NAME_SPELLING.test(word)) return 1.4;
    if (language !== 'en') return Math.min(1.2, Array.from(word).length / 9);
    return rarity(fold(word));
  });
  const mean = rarities.reduce((sum, one) => sum + one, 0) / rarities.length;
  // Two words name a thing more closely than one.
  return mean * ([1, 1.35, 1.25][words.length - 1] ?? 1);
};

/**
 * What the lines of a text are about: runs of telling words, weighted by how rare they are in
 * general English and how often they come, heaviest first. Equal ones keep the order of the text.
 */
export const extractTerms = (lines: readonly string[], language: string): Term[] => {
  const stops = functionWords(language);
  const found = new Map<string, { term: Term; count: number }>();
  for (const [i, line] of lines.entries())
    for (const run of runsOf(line, stops).flatMap((whole) =>
      subjectsIn(whole, i === 0, language),
    )) {
      const stems = run.words.map((word) => stemOf(fold(word), language));
      const key = stems.join(' ');
      const known = found.get(key);
      const named = isName(run, i === 0, language);
      if (known) {
        known.count += 1;
        // A later mention may show the name that the title hid.
        if (named && !known.term.named)
          known.term = { ...known.term, named, text: run.words.join(' ') };
        continue;
      }
      const text = plainCase(run, i === 0);
      found.set(key, {
        term: {
          text,
          stems,
          named,
          weight: weigh(run.words, language) * weightOfLine(line, Math.max(1, i)),
        },
        count: 1,
      });
    }
  return [...found.values()]
    .map(({ term, count }) => ({ ...term, weight: term.weight * (1 + Math.log2(count) / 2) }))
    .filter(({ text, weight }) => weight >= 0.45 && text.length >= 2 && text.length <= 48)
    .sort((a, b) => b.weight - a.weight);
};
