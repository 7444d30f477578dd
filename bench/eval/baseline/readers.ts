import type { Ask, Reading } from '../asking/ask.ts';
import type { LabelledQuestion } from '../corpora/labelled.ts';
import { fitLine } from '../statistics/regression.ts';
import { coverage, inverseDocumentFrequency } from './tf-idf.ts';

/** What an interviewer is compared with: readers that count words and know nothing else. */
export type BaselineName = 'lexical' | 'length';

type Score = (reading: Pick<Reading, 'rubric' | 'answer'>) => number;

/** Number of words: what a rater who only looks at length would go by. */
const byLength: Score = ({ answer }) => answer.split(/\s+/).filter(Boolean).length;

/** Share of the words of evidence and top anchors, the rarer ones counting more. */
const byWords = (documents: readonly string[]): Score => {
  const idf = inverseDocumentFrequency(documents);
  return ({ rubric, answer }) =>
    rubric.criteria.reduce(
      (sum, { weight, evidence_wanted, anchors }) =>
        sum + weight * coverage(answer, [...evidence_wanted, anchors[5]].join(' '), idf),
      0,
    );
};

/** Readers whose scale is fitted on the answers of these questions, which have to be of development. */
export const baselineReaders = (
  questions: readonly LabelledQuestion[],
): Record<BaselineName, Ask> => {
  const answers = questions.flatMap(({ rubric, answers: each }) =>
    each.map(({ level, text }) => ({ rubric, level, answer: text })),
  );
  const readerOf = (score: Score): Ask => {
    const line = fitLine(answers.map((one) => ({ score: score(one), level: one.level })));
    return {
      assess: async (reading) => {
        const level = Math.min(5, Math.max(1, line(score(reading))));
        const levels = reading.rubric.criteria.map(({ id }) => [id, Math.round(level)]);
        return {
          score: (level - 1) * 25,
          levels: Object.fromEntries(levels),
          quotes: [],
          flagged: false,
          failure: null,
        };
      },
      writeKit: async () => null,
      writeLeadIns: async () => null,
    };
  };
  return {
    lexical: readerOf(byWords(answers.map(({ answer }) => answer))),
    length: readerOf(byLength),
  };
};
