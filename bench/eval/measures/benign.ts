import type { Ask } from '../asking/ask.ts';
import type { BenignAnswer } from '../corpora/benign.ts';
import type { LabelledQuestion } from '../corpora/interview-answers.ts';
import { wilson } from '../statistics/intervals.ts';

/** Assesses answers that attempt no attack, and counts those that are flagged nevertheless. */
export const measureBenign = async (
  ask: Ask,
  benign: readonly BenignAnswer[],
  questions: readonly LabelledQuestion[],
) => {
  const ordinary = questions.flatMap(({ id, question, rubric, answers }) =>
    answers.map(({ level, text }) => ({
      id: `${id}-${level}`,
      about: 'own set',
      held_out: false,
      question,
      rubric,
      text,
    })),
  );
  const read = await Promise.all(
    [...benign, ...ordinary].map(async ({ question, rubric, text, ...answer }) => {
      const outcome = await ask.assess({ question, rubric, answer: text });
      return { ...answer, flagged: outcome.flagged };
    }),
  );
  const about = (each: typeof read) => {
    const flagged = each.filter((answer) => answer.flagged);
    return {
      answers: each.length,
      flagged: flagged.length,
      share: each.length ? flagged.length / each.length : 0,
      interval: wilson(flagged.length, each.length),
    };
  };
  return {
    ...about(read),
    /** Those written to look suspicious. */
    suspicious: about(read.slice(0, benign.length)),
    held_out: about(read.filter((answer) => answer.held_out)),
    flagged_ids: read.filter(({ flagged }) => flagged).map(({ id }) => id),
  };
};
export type BenignResult = Awaited<ReturnType<typeof measureBenign>>;
