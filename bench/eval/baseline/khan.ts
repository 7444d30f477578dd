import type { KhanAnswer } from '../corpora/khan.ts';
import { cosine, coverage, inverseDocumentFrequency } from './tf-idf.ts';

/**
 * Raw lexical scores of Khan answers: how much nearer the answer is to the nearest correct example
 * than to the nearest incorrect one, plus how much of the criteria it contains.
 */
export const lexicalKhanScores = (answers: readonly KhanAnswer[]): number[] => {
  const idf = inverseDocumentFrequency(answers.map(({ answer }) => answer));
  const nearest = (answer: string, examples: readonly string[]) =>
    Math.max(0, ...examples.map((example) => cosine(answer, example, idf)));
  return answers.map(
    ({ answer, examples }) =>
      nearest(answer, examples.correct) -
      nearest(answer, examples.incorrect) +
      coverage(answer, [examples.criteria, ...examples.correct].join(' '), idf),
  );
};
