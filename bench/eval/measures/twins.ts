import type { Ask } from '../asking/ask.ts';
import type { TwinPair } from '../corpora/twins.ts';
import { mean } from '../statistics/agreement.ts';

/** Assesses both twins of each pair and reports how far apart they score, in points. */
export const measureTwins = async (ask: Ask, pairs: readonly TwinPair[]) => {
  const read = await Promise.all(
    pairs.map(async ({ kind, question, rubric, base, twin }) => {
      const [a, b] = await Promise.all([
        ask.assess({ question, rubric, answer: base }),
        ask.assess({ question, rubric, answer: twin }),
      ]);
      const difference = a.score === null || b.score === null ? null : b.score - a.score;
      return { kind, difference };
    }),
  );
  const summary = (each: readonly { difference: number | null }[]) => {
    const differences = each.flatMap(({ difference }) => (difference === null ? [] : [difference]));
    return {
      pairs: each.length,
      compared: differences.length,
      /** Twin minus base: if it is not 0, one side is favoured. */
      mean_difference: mean(differences),
      /** Without the sign: how much the reading varies. */
      mean_distance: mean(differences.map(Math.abs)),
    };
  };
  return {
    ...summary(read),
    kinds: [...new Set(read.map(({ kind }) => kind))].map((kind) => ({
      kind,
      ...summary(read.filter((each) => each.kind === kind)),
    })),
  };
};
export type TwinsResult = Awaited<ReturnType<typeof measureTwins>>;
