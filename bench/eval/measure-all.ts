import type { Ask } from './asking/ask.ts';
import type { Corpora } from './corpora/corpora.ts';
import { type AttacksResult, measureAttacks } from './measures/attacks.ts';
import { type BenignResult, measureBenign } from './measures/benign.ts';
import { type KhanResult, measureKhan } from './measures/khan.ts';
import { type MetamorphicResult, measureMetamorphic } from './measures/metamorphic.ts';
import { measureOwnSet, type OwnSetResult } from './measures/own-set.ts';
import { measureRetest, type RetestResult } from './measures/retest.ts';
import { measureTwins, type TwinsResult } from './measures/twins.ts';

/** The parts of an evaluation, in the order of the report. */
export const parts = [
  'own',
  'held-out',
  'khan',
  'retest',
  'attacks',
  'benign',
  'twins',
  'metamorphic',
] as const;
export type Part = (typeof parts)[number];

/** The results by part; a part that was left out is missing. */
export interface Measured {
  own?: OwnSetResult;
  held_out?: OwnSetResult;
  khan?: KhanResult;
  retest?: RetestResult;
  attacks?: AttacksResult;
  attacks_held_out?: AttacksResult;
  benign?: BenignResult;
  twins?: TwinsResult;
  metamorphic?: MetamorphicResult;
  metamorphic_held_out?: MetamorphicResult;
}

/** Takes the wanted measures, one part after the other, with the calls of a part in parallel. */
export const measureAll = async (
  ask: Ask,
  corpora: Corpora,
  { only, runs }: { only: readonly Part[]; runs: number },
): Promise<Measured> => {
  const { tuning, held_out, all, khan, paraphrases, twins, benign, attacks, jobs } = corpora;
  const onAnswers = attacks.filter(({ target }) => target === 'answer' || target === 'answers');
  const take: Record<Part, () => Promise<Measured>> = {
    own: async () => ({ own: await measureOwnSet(ask, tuning) }),
    'held-out': async () => ({ held_out: await measureOwnSet(ask, held_out) }),
    khan: async () => ({ khan: await measureKhan(ask, khan) }),
    retest: async () => ({ retest: await measureRetest(ask, [...tuning, ...held_out], runs) }),
    attacks: async () => ({
      attacks: await measureAttacks(ask, attacks, tuning, jobs),
      attacks_held_out: await measureAttacks(ask, onAnswers, held_out, []),
    }),
    benign: async () => ({ benign: await measureBenign(ask, benign, [...tuning, ...held_out]) }),
    twins: async () => ({ twins: await measureTwins(ask, twins) }),
    metamorphic: async () => ({
      metamorphic: await measureMetamorphic(ask, tuning, paraphrases, all),
      metamorphic_held_out: await measureMetamorphic(ask, held_out, [], [...held_out, ...all]),
    }),
  };
  const measured: Measured = {};
  for (const part of parts) {
    if (only.includes(part)) Object.assign(measured, await take[part]());
  }
  return measured;
};
