import type { Attack } from '../../../tests/data/attacks/attack.ts';
import { attacks } from '../../../tests/data/attacks/corpus.ts';
import { type BenignAnswer, readBenign } from './benign.ts';
import {
  type LabelledQuestion,
  readInterviewAnswers,
  readParaphrases,
} from './interview-answers.ts';
import { readJobs, type SampleJob } from './jobs.ts';
import { type KhanAnswer, readKhan } from './khan.ts';
import { readTwins, type TwinPair } from './twins.ts';

/** Everything that an interviewer is measured on. */
export interface Corpora {
  tuning: LabelledQuestion[];
  held_out: LabelledQuestion[];
  /** All questions of the tuning part, even if `tuning` was cut short. */
  all: LabelledQuestion[];
  khan: KhanAnswer[];
  paraphrases: Awaited<ReturnType<typeof readParaphrases>>;
  twins: TwinPair[];
  benign: BenignAnswer[];
  attacks: readonly Attack[];
  jobs: SampleJob[];
}

/**
 * Reads the corpora; with a limit only that many questions, answers per Khan item, variants per
 * attack class, benign answers and twins per kind.
 */
export const readCorpora = async (limit = Number.POSITIVE_INFINITY): Promise<Corpora> => {
  const [all, held_out, khan, paraphrases, benign, jobs] = await Promise.all([
    readInterviewAnswers('tuning'),
    readInterviewAnswers('held-out'),
    readKhan(),
    readParaphrases(),
    readBenign(),
    readJobs(),
  ]);
  const twins = await readTwins(all);
  return {
    tuning: all.slice(0, limit),
    held_out: held_out.slice(0, limit),
    all,
    khan: firstOfEach(khan, ({ item }) => item, limit),
    paraphrases: paraphrases.slice(0, limit),
    twins: firstOfEach(twins, ({ kind }) => kind, limit),
    benign: benign.slice(0, limit),
    attacks: firstOfEach(attacks, (attack) => attack.class, limit),
    jobs: jobs.slice(0, limit),
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
