import type { Ask } from '../asking/ask.ts';
import { overallLevel } from '../asking/outcome.ts';
import type { LabelledQuestion } from '../corpora/labelled.ts';
import { mean, quadraticKappa } from '../statistics/agreement.ts';

/** Assesses the same answers `runs` times and compares the readings. */
export const measureRetest = async (
  ask: Ask,
  questions: readonly LabelledQuestion[],
  runs: number,
) => {
  const answers = questions.flatMap(({ question, rubric, language, answers: texts }) =>
    texts.map(({ text }) => ({ question, rubric, language, answer: text })),
  );
  const readings = await Promise.all(
    answers.map((answer) =>
      Promise.all(Array.from({ length: runs }, (_, i) => ask.assess({ ...answer, run: i + 1 }))),
    ),
  );
  const complete = readings.filter((each) => each.every(({ score }) => score !== null));
  const criteria = complete.flatMap((each) =>
    Object.keys(each[0]?.levels ?? {}).map((id) => each.map(({ levels }) => levels[id])),
  );
  const byRun = Array.from({ length: runs }, (_, run) =>
    complete.map((each) => overallLevel(each[run] ?? { score: null }) ?? 0),
  );
  const kappas = byRun.flatMap((a, i) =>
    byRun.slice(i + 1).map((b) => quadraticKappa(a, b, [1, 2, 3, 4, 5])),
  );
  return {
    runs,
    answers: answers.length,
    /** Answers that were scored in each run. */
    compared: complete.length,
    /** Share of criteria that got the same level each time. */
    same_level: mean(criteria.map((levels) => (new Set(levels).size === 1 ? 1 : 0))),
    /** Mean standard deviation of an answer's score, in points. */
    deviation: mean(complete.map((each) => deviation(each.map(({ score }) => score ?? 0)))),
    /** Mean quadratic-weighted kappa of all pairs of runs. */
    kappa: mean(kappas.filter((value) => value !== null)),
  };
};
export type RetestResult = Awaited<ReturnType<typeof measureRetest>>;

const deviation = (scores: readonly number[]) => {
  const middle = mean(scores) ?? 0;
  return Math.sqrt(mean(scores.map((score) => (score - middle) ** 2)) ?? 0);
};
