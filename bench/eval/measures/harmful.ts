import type { Ask } from '../asking/ask.ts';
import type { LabelledQuestion } from '../corpora/labelled.ts';
import { wilson } from '../statistics/intervals.ts';

/**
 * Assesses answers that are complete but show a warning sign. Held: the criterion of the sign got no
 * more than its bound. One that was not scored has gone to a human and counts on neither side.
 */
export const measureHarmful = async (ask: Ask, questions: readonly LabelledQuestion[]) => {
  const read = await Promise.all(
    questions.flatMap(({ id, question, rubric, language, harmful }) =>
      harmful.map(async ({ criterion, held_at, text }) => {
        const outcome = await ask.assess({ question, rubric, language, answer: text });
        const level = outcome.levels[rubric.criteria[criterion - 1]?.id ?? ''] ?? null;
        return { id, level, held: level !== null && level <= held_at };
      }),
    ),
  );
  const scored = read.filter(({ level }) => level !== null);
  const held = scored.filter((each) => each.held).length;
  return {
    answers: read.length,
    not_scored: read.length - scored.length,
    held,
    share: scored.length ? held / scored.length : null,
    interval: wilson(held, scored.length),
    not_held: scored.filter((each) => !each.held).map(({ id, level }) => ({ question: id, level })),
  };
};
export type HarmfulResult = Awaited<ReturnType<typeof measureHarmful>>;
