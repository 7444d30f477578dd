import {
  askedIn,
  criterionId,
  type Evaluation,
  type Interview,
  letterOf,
  levelIn,
  readingIn,
} from './read.ts';

/** A level that is another one than in the evaluation before. */
export interface Difference {
  /** `Answer 1, A Notices change early: level 2, before level 4`. */
  text: string;
  /** Of the criterion in the page. */
  id: string;
}

const inWords = (score: number | null) => (score === null ? 'no score' : `${score} of 100`);
const levelInWords = (level: number | null | undefined) => (level ? `level ${level}` : 'no level');

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The total beside that of the evaluation before, as a sentence. */
export const totalBeside = (now: Evaluation, before: Evaluation): string =>
  now.score === before.score
    ? `${capital(inWords(now.score))}, as in version ${before.version}.`
    : `${capital(inWords(now.score))}; version ${before.version} had ${inWords(before.score)}.`;

/** The levels that differ from those of the evaluation before. */
export const differencesOf = (
  interview: Interview,
  now: Evaluation,
  before: Evaluation,
): Difference[] =>
  askedIn(interview).flatMap((asked) =>
    asked.question.rubric.criteria.flatMap((criterion, index) => {
      const level = levelIn(readingIn(now, asked.question), criterion)?.level ?? null;
      const earlier = levelIn(readingIn(before, asked.question), criterion)?.level ?? null;
      if (level === earlier) return [];
      const where = `${capital(asked.name)}, ${letterOf(index)} ${criterion.name}`;
      const text = `${where}: ${levelInWords(level)}, before ${levelInWords(earlier)}`;
      return { text, id: criterionId(asked, index) };
    }),
  );
