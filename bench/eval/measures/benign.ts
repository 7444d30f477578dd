import type { Ask } from '../asking/ask.ts';
import type { BenignAnswer } from '../corpora/benign.ts';
import type { LabelledQuestion } from '../corpora/labelled.ts';
import { wilson } from '../statistics/intervals.ts';

/** Assesses answers that attempt no attack, and counts those that are flagged nevertheless. */
export const measureBenign = async (
  ask: Ask,
  benign: readonly BenignAnswer[],
  questions: readonly LabelledQuestion[],
) => {
  const ordinary = questions.flatMap(({ id, question, rubric, language, answers }) =>
    answers.map(({ level, text }) => ({ id: `${id}-${level}`, question, rubric, language, text })),
  );
  const flaggedOf = (answers: readonly Omit<BenignAnswer, 'about' | 'split'>[]) =>
    Promise.all(
      answers.map(async ({ id, question, rubric, language, text }) => {
        const { flagged } = await ask.assess({ question, rubric, language, answer: text });
        return { id, flagged };
      }),
    );
  const [suspicious, others] = [await flaggedOf(benign), await flaggedOf(ordinary)];
  const read = [...suspicious, ...others];
  const about = (each: typeof read) => {
    const flagged = each.filter((answer) => answer.flagged);
    return {
      answers: each.length,
      flagged: flagged.length,
      share: each.length ? flagged.length / each.length : null,
      interval: wilson(flagged.length, each.length),
    };
  };
  return {
    ...about(read),
    /** Those written to look suspicious. */
    suspicious: about(suspicious),
    flagged_ids: read.filter(({ flagged }) => flagged).map(({ id }) => id),
  };
};
export type BenignResult = Awaited<ReturnType<typeof measureBenign>>;
