import { longestAnswer } from './state.ts';

/** From so many characters before the limit on, the page says how many are left. */
const near = 1_000;

/**
 * How much longer an answer may become, in code points, as the server counts; null while the limit
 * is far. Beyond it, less than zero: how many characters, as a person sees them, have to go from the
 * end. Linear in what is beyond.
 */
export const roomIn = (text: string): number | null => {
  const points = [...text];
  const left = longestAnswer - points.length;
  if (left >= 0) return left < near ? left : null;
  // Browsers from before 2024 do not know what a person sees as one character.
  if (!('Segmenter' in Intl)) return left;
  const segmenter = new Intl.Segmenter();
  const limit = points.slice(0, longestAnswer).join('').length;
  // A character that is only partly beyond the limit has to go as a whole.
  const start = segmenter.segment(text).containing(limit)?.index ?? limit;
  return -[...segmenter.segment(text.slice(start))].length;
};

/** What the page itself finds wrong with an answer, before it is sent. */
export const problemOf = (text: string): 'empty' | 'long' | null => {
  if (!text.trim()) return 'empty';
  return (roomIn(text) ?? 0) < 0 ? 'long' : null;
};
