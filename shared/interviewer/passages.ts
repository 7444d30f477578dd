import { caseless, type FoldedText, fold, original, type Span, substance } from './folded-text.ts';

/** Where a quote is in an answer. */
type Found =
  /** The pieces exactly as the answer has them, in its order, and where they stand. */
  | { kind: 'found'; pieces: string[]; spans: Span[] }
  | { kind: 'not_found' }
  /** It stands there, but is too short to show anything or is addressed to the evaluator. */
  | { kind: 'no_evidence' };

/** Letters and digits that a piece needs to show anything, unless the answer itself is shorter. */
const minSubstance = 6;
/** More omissions than this are no quote but a sentence put together. */
const maxPieces = 8;
/** The places of one piece that are looked at. */
const maxPlaces = 100;

/** What stands between the pieces of a stored quote, and finds them again. */
export const omission = ' … ';

/**
 * Creates the search for quotes in one answer. Quote and answer are compared after folding (Unicode
 * form, typographic quotes and dashes, white space, invisible characters, case). A quote that does not
 * stand there as it is may leave words out at `…`, `...` or `[…]`: each piece has to stand there, after
 * the one before it.
 *
 * @param excluded stretches in which a passage shows nothing: those addressed to the evaluator
 */
export const passageFinder = (answer: string, excluded: readonly Span[] = []) => {
  const folded = fold(answer, caseless);
  const least = Math.max(1, Math.min(minSubstance, substance(folded.text)));
  const isAdmissible = outside(excluded, answer.length);

  return (quote: string): Found => {
    const wanted = fold(quote, caseless).text.trim();
    const readings = [[wanted], piecesOf(wanted)].filter(isSearchable);
    const reading = readings.find((pieces) => inOrder(folded, pieces));
    if (!reading) return { kind: 'not_found' };
    const spans = (inOrder(folded, reading, isAdmissible) ?? []).filter(
      ({ start, end }) => substance(answer.slice(start, end)) >= least,
    );
    if (spans.length === 0) return { kind: 'no_evidence' };
    return {
      kind: 'found',
      pieces: spans.map(({ start, end }) => answer.slice(start, end)),
      spans,
    };
  };
};

const isSearchable = (pieces: readonly string[]) =>
  pieces.length > 0 && pieces.length <= maxPieces && !pieces.includes('');

/** NFKC spells `…` as three dots. */
const omitted = /[[(]?\.{3,}[\])]?/;

/** The pieces of a folded quote, without the marks that models put around them. */
const piecesOf = (wanted: string): string[] =>
  wanted
    .split(omitted)
    .map(unwrapped)
    .filter((piece) => piece !== '');

const marks = new Set(' "\'.,;:[]');

const unwrapped = (text: string): string => {
  let from = 0;
  let to = text.length;
  while (from < to && marks.has(text.charAt(from))) from += 1;
  while (to > from && marks.has(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
};

/** The first places of all pieces, each after the one before it, or undefined. */
const inOrder = (
  folded: FoldedText,
  pieces: readonly string[],
  isAdmissible: (span: Span) => boolean = () => true,
): Span[] | undefined => {
  const spans: Span[] = [];
  let from = 0;
  for (const piece of pieces) {
    const at = firstPlace(folded, piece, from, isAdmissible);
    if (at === undefined) return undefined;
    from = at + piece.length;
    spans.push(original(folded, at, from));
  }
  return spans;
};

const firstPlace = (
  folded: FoldedText,
  piece: string,
  from: number,
  isAdmissible: (span: Span) => boolean,
): number | undefined => {
  let at = folded.text.indexOf(piece, from);
  for (let n = 0; at >= 0 && n < maxPlaces; n++) {
    if (isAdmissible(original(folded, at, at + piece.length))) return at;
    at = folded.text.indexOf(piece, at + 1);
  }
  return undefined;
};

/** Whether a span has anything outside these stretches, which may overlap. */
const outside = (stretches: readonly Span[], length: number) => {
  const change = new Int32Array(length + 1);
  for (const { start, end } of stretches) {
    change[start] = (change[start] ?? 0) + 1;
    change[end] = (change[end] ?? 0) - 1;
  }
  /** How many units before each place are outside. */
  const free = new Int32Array(length + 1);
  let depth = 0;
  for (let i = 0; i < length; i++) {
    depth += change[i] ?? 0;
    free[i + 1] = (free[i] ?? 0) + (depth > 0 ? 0 : 1);
  }
  return ({ start, end }: Span) => (free[end] ?? 0) > (free[start] ?? 0);
};
