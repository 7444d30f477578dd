import type { Attack } from '../../../tests/data/attacks/attack.ts';
import { attacks } from '../../../tests/data/attacks/corpus.ts';
import { type BenignAnswer, readBenign } from './benign.ts';
import { readJobs, type SampleJob } from './jobs.ts';
import { type KhanAnswer, readKhan } from './khan.ts';
import { readKitQuestions } from './kits.ts';
import { type LabelledQuestion, readOwnQuestions } from './labelled.ts';
import { readTwins, type TwinPair } from './twins.ts';

/** Everything that an interviewer is measured on. */
export interface Corpora {
  questions: LabelledQuestion[];
  /** All questions, even if `questions` was cut short. */
  all: LabelledQuestion[];
  khan: KhanAnswer[];
  twins: TwinPair[];
  benign: BenignAnswer[];
  attacks: readonly Attack[];
  jobs: SampleJob[];
}

/** All questions with answers of known worth: those of our own set, then those of kits. */
export const readQuestions = async (): Promise<LabelledQuestion[]> => [
  ...(await readOwnQuestions()),
  ...(await readKitQuestions()),
];

/**
 * Reads the corpora; with a limit only that many questions of each set, answers per Khan item,
 * variants per attack class, benign answers, jobs and twins per kind, all of them of each part.
 */
export const readCorpora = async (limit = Number.POSITIVE_INFINITY): Promise<Corpora> => {
  const [all, khan, benign, jobs] = await Promise.all([
    readQuestions(),
    readKhan(),
    readBenign(),
    readJobs(),
  ]);
  return {
    questions: firstOfEach(all, ({ set, split }) => set + split, limit),
    all,
    khan: firstOfEach(khan, ({ item }) => item, limit),
    twins: firstOfEach(await readTwins(all), ({ kind, split }) => kind + split, limit),
    benign: firstOfEach(benign, ({ split }) => split, limit),
    attacks: firstOfEach(attacks, (attack) => attack.class + attack.split, limit),
    jobs: firstOfEach(jobs, ({ split }) => split, limit),
  };
};

const firstOfEach = <T>(things: readonly T[], group: (thing: T) => string, limit: number): T[] => {
  const seen = new Map<string, number>();
  return things.filter((thing) => {
    const before = seen.get(group(thing)) ?? 0;
    seen.set(group(thing), before + 1);
    return before < limit;
  });
};
