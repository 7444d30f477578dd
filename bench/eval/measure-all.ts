import type { Ask } from './asking/ask.ts';
import { type BaselineName, baselineReaders } from './baseline/readers.ts';
import type { Corpora } from './corpora/corpora.ts';
import { type Halves, onHalves, partOf, type Split } from './corpora/data.ts';
import { isEnglish } from './corpora/labelled.ts';
import { type AttacksResult, measureAttacks } from './measures/attacks.ts';
import { type BenignResult, measureBenign } from './measures/benign.ts';
import { type HarmfulResult, measureHarmful } from './measures/harmful.ts';
import { type HollowResult, measureHollow } from './measures/hollow.ts';
import { type KhanResult, measureKhan } from './measures/khan.ts';
import {
  type DifferencesResult,
  type LevelsResult,
  measureDifferences,
  measureLevels,
} from './measures/levels.ts';
import { measureRetest, type RetestResult } from './measures/retest.ts';
import { measureRules, type RulesResult } from './measures/rules.ts';
import { measureTwins, type TwinsResult } from './measures/twins.ts';

/** The parts of an evaluation, in the order of the report. */
export const parts = [
  'levels',
  'harmful',
  'hollow',
  'khan',
  'retest',
  'attacks',
  'benign',
  'twins',
  'rules',
] as const;
export type Part = (typeof parts)[number];

/** The readers side by side: the interviewer and those that only count words. */
export const readers = ['interviewer', 'lexical', 'length'] as const;
export type Compared<T> = Record<'interviewer' | BaselineName, T>;

/** The results by part, on both halves of the data; a part that was left out is missing. */
export interface Measured {
  levels?: Compared<Halves<LevelsResult>>;
  differences?: Halves<DifferencesResult>;
  harmful?: Compared<Halves<HarmfulResult>>;
  hollow?: Compared<Halves<HollowResult>>;
  /** Not ours, and not split. */
  khan?: KhanResult;
  /** On the test part. */
  retest?: RetestResult;
  attacks?: Compared<Halves<AttacksResult>>;
  benign?: Halves<BenignResult>;
  twins?: Halves<TwinsResult>;
  rules?: Halves<RulesResult>;
}

/** Takes the wanted measures, one part after the other, with the calls of a part in parallel. */
export const measureAll = async (
  ask: Ask,
  corpora: Corpora,
  { only, runs }: { only: readonly Part[]; runs: number },
): Promise<Measured> => {
  const { all, questions, khan, twins, benign, attacks, jobs } = corpora;
  const baselines = baselineReaders(partOf(all, 'development'));
  const compare = async <T>(measure: (reader: Ask, split: Split) => Promise<T>) => ({
    interviewer: await onHalves((split) => measure(ask, split)),
    lexical: await onHalves((split) => measure(baselines.lexical, split)),
    length: await onHalves((split) => measure(baselines.length, split)),
  });
  const inPart = (split: Split) => partOf(questions, split);
  /** English ones with an answer at each level. */
  const labelledIn = (split: Split) =>
    inPart(split).filter((question) => isEnglish(question) && question.answers.length > 0);
  const attacksIn = (split: Split) =>
    attacks.filter((attack) => split === 'test' || attack.split !== 'test');

  const take: Record<Part, () => Promise<Measured>> = {
    levels: async () => ({
      levels: await compare((reader, split) => measureLevels(reader, inPart(split))),
      differences: await onHalves((split) => measureDifferences(ask, inPart(split))),
    }),
    harmful: async () => ({
      harmful: await compare((reader, split) => measureHarmful(reader, inPart(split))),
    }),
    hollow: async () => ({
      hollow: await compare((reader, split) => measureHollow(reader, inPart(split))),
    }),
    khan: async () => ({ khan: await measureKhan(ask, khan) }),
    retest: async () => ({ retest: await measureRetest(ask, inPart('test'), runs) }),
    attacks: async () => ({
      attacks: await compare((reader, split) =>
        measureAttacks(reader, attacksIn(split), labelledIn(split), partOf(jobs, split)),
      ),
    }),
    benign: async () => ({
      benign: await onHalves((split) => measureBenign(ask, partOf(benign, split), inPart(split))),
    }),
    twins: async () => ({
      twins: await onHalves((split) => measureTwins(ask, partOf(twins, split))),
    }),
    rules: async () => ({
      rules: await onHalves((split) => measureRules(ask, labelledIn(split))),
    }),
  };
  const measured: Measured = {};
  for (const part of parts) {
    if (only.includes(part)) Object.assign(measured, await take[part]());
  }
  return measured;
};
