import type { LabelledQuestion } from '../corpora/interview-answers.ts';
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

/** Raw lexical score of each answer to a question: its share of evidence and top anchors. */
export const lexicalScores = (questions: readonly LabelledQuestion[]): number[][] => {
  const idf = inverseDocumentFrequency(
    questions.flatMap(({ answers }) => answers.map(({ text }) => text)),
  );
  return questions.map(({ rubric, answers }) =>
    answers.map(({ text }) =>
      rubric.criteria.reduce(
        (sum, { weight, evidence_wanted, anchors }) =>
          sum + weight * coverage(text, [...evidence_wanted, anchors[5]].join(' '), idf),
        0,
      ),
    ),
  );
};

/** Number of words of each answer: what a rater who only looks at length would go by. */
export const lengthScores = (questions: readonly LabelledQuestion[]): number[][] =>
  questions.map(({ answers }) => answers.map(({ text }) => text.split(/\s+/).length));
