import type { Ask } from '../asking/ask.ts';
import { overallLevel } from '../asking/outcome.ts';
import { type HollowClass, hollowClasses, type LabelledQuestion } from '../corpora/labelled.ts';

/** The highest level that a text without content may get. */
const most = 2;

/** Assesses texts that say nothing, by class and by language, and counts those above level 2. */
export const measureHollow = async (ask: Ask, questions: readonly LabelledQuestion[]) => {
  const read = await Promise.all(
    questions.flatMap(({ question, rubric, language, hollow }) =>
      hollow.map(async ({ class: name, text }) => {
        const outcome = await ask.assess({ question, rubric, language, answer: text });
        return { class: name, language, level: overallLevel(outcome) };
      }),
    ),
  );
  const count = (each: typeof read) => ({
    answers: each.length,
    not_scored: each.filter(({ level }) => level === null).length,
    above: each.filter(({ level }) => (level ?? 0) > most).length,
  });
  return {
    ...count(read),
    classes: (Object.keys(hollowClasses) as HollowClass[]).map((name) => ({
      class: hollowClasses[name],
      ...count(read.filter((each) => each.class === name)),
    })),
    languages: [...new Set(read.map(({ language }) => language))].map((language) => ({
      language,
      ...count(read.filter((each) => each.language === language)),
    })),
  };
};
export type HollowResult = Awaited<ReturnType<typeof measureHollow>>;
