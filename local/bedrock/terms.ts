import { fold } from './fold.ts';
import { isEnglishWord, rarity } from './frequency.ts';
import { functionWords } from './function-words.ts';
import { stemOf } from './words.ts';

/** A word or a few that name something a job deals with. */
export interface Term {
  /** As the text writes it, without a capital that only its place in the sentence gave it. */
  text: string;
  stems: readonly string[];
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
  checking monitor monitors monitoring document documents documenting`.split(/\s+/),
);
const LONGEST = 3;
const TOKEN = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}.+#/'’&-]*[\p{L}\p{M}\p{N}+#])?/gu;
const BREAK = /[,;:()\u2013\u2014|•·"“”]|\s-\s|\s\/\s|[.!?](?:\s|$)/;

interface Candidate {
  words: string[];
  count: number;
  weight: number;
}

const isBreak = (word: string, stops: ReadonlySet<string>) => {
  const folded = fold(word);
  return stops.has(folded) || ADVERTISEMENT.has(folded) || /^[\p{N}.,%+-]+$/u.test(folded);
};

/** Runs of words between break words and punctuation: what a line is about, in its own words. */
const runsOf = (line: string, stops: ReadonlySet<string>): string[][] =>
  line.split(BREAK).flatMap((clause) => {
    const runs: string[][] = [[]];
    for (const [word] of clause.matchAll(TOKEN)) {
      if (isBreak(word, stops)) runs.push([]);
      else runs.at(-1)?.push(word);
    }
    return runs.filter((run) => run.length > 0 && run.length <= LONGEST + 1);
  });

const plainCase = (words: readonly string[]) =>
  words
    .map((word, i) => {
      const lower = word.toLowerCase();
      const isName = /[A-Z].*[A-Z]|[+#./\d]/.test(word) || !isEnglishWord(lower);
      return i === 0 && /^[A-Z][a-z]+$/.test(word) && !isName ? lower : word;
    })
    .join(' ');

const weigh = (words: readonly string[], tongue: string) => {
  const rarities = words.map((word) => {
    if (/[+#.\d]|[A-Z].*[A-Z]/.test(word)) return 1.4;
    if (tongue !== 'en') return Math.min(1.2, Array.from(word).length / 9);
    return rarity(fold(word));
  });
  const mean = rarities.reduce((sum, one) => sum + one, 0) / rarities.length;
  // Two words name a thing more closely than one; four are rather half a sentence.
  return mean * ([1, 1.35, 1.25, 0.8][words.length - 1] ?? 0.5);
};

/**
 * What the lines of a text are about: runs of telling words, weighted by how rare they are in
 * general English and how often they come, heaviest first. Equal ones keep the order of the text.
 */
export const extractTerms = (lines: readonly string[], tongue: string): Term[] => {
  const stops = functionWords(tongue);
  const found = new Map<string, Candidate>();
  for (const [i, line] of lines.entries())
    for (const words of runsOf(line, stops)) {
      const key = words.map((word) => stemOf(fold(word), tongue)).join(' ');
      // The first line is the title.
      const bonus = i === 0 ? 2 : 1;
      const known = found.get(key);
      if (known) known.count += bonus;
      else found.set(key, { words, count: bonus, weight: weigh(words, tongue) });
    }
  return [...found.entries()]
    .map(([key, { words, count, weight }]) => ({
      text: plainCase(words),
      stems: key.split(' '),
      weight: weight * (1 + Math.log2(count) / 2),
    }))
    .filter(({ text, weight }) => weight >= 0.45 && text.length >= 2 && text.length <= 48)
    .sort((a, b) => b.weight - a.weight);
};
