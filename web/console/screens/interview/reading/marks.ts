import type { Span } from '../../../../../shared/interviewer/folded-text.ts';
import { omission } from '../../../../../shared/interviewer/passages.ts';
import { type Assessment, type Criterion, letterOf, levelIn } from './read.ts';

/** A passage of an answer that was quoted for a criterion, or as a warning sign of it. */
export interface Mark extends Span {
  letter: string;
  isWarning: boolean;
}

/** A stretch of an answer, the marks on it, and those that end with it. */
export interface Segment {
  text: string;
  on: Mark[];
  ended: Mark[];
}

/**
 * Where a stored passage stands. It is exactly as the answer has it; one in pieces has each of them
 * after the one before. None where it is not there.
 */
export const placesOf = (text: string, passage: string): Span[] => {
  const whole = text.indexOf(passage);
  if (whole >= 0) return passage ? [{ start: whole, end: whole + passage.length }] : [];
  const spans: Span[] = [];
  let from = 0;
  for (const piece of passage.split(omission)) {
    const start = text.indexOf(piece, from);
    if (start < 0 || piece === '') return [];
    from = start + piece.length;
    spans.push({ start, end: from });
  }
  return spans;
};

/** What a reading quotes from an answer, with the letter of each criterion in the rubric. */
export const marksOf = (
  text: string,
  criteria: readonly Criterion[],
  reading: Assessment | null,
): Mark[] =>
  criteria.flatMap((criterion, index) => {
    const { quotes = [], warning_signs = [] } = levelIn(reading, criterion) ?? {};
    const marked = (passages: readonly string[], isWarning: boolean) =>
      passages.flatMap((passage) =>
        placesOf(text, passage).map((span) => ({ ...span, letter: letterOf(index), isWarning })),
      );
    return [...marked(quotes, false), ...marked(warning_signs, true)];
  });

/** The text cut wherever a mark begins or ends; the pieces together are the text. */
export const segmentsOf = (text: string, marks: readonly Mark[]): Segment[] => {
  const ends = [0, text.length, ...marks.flatMap(({ start, end }) => [start, end])];
  const cuts = [...new Set(ends)].sort((one, other) => one - other);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    return {
      text: text.slice(start, end),
      on: marks.filter((mark) => mark.start <= start && mark.end >= end),
      ended: marks.filter((mark) => mark.end === end),
    };
  });
};
