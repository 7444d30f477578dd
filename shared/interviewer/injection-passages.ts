/** A stretch of a text: from its first place to the one after its last. */
type Stretch = readonly [from: number, to: number];

/** The passages of a text, each found by a place in it. */
export interface Passages {
  /** The sentence around a stretch. */
  sentence(stretch: Stretch): Stretch;
  /** The outermost braces around a place, closed or cut off; undefined outside of any. */
  object(at: number): Stretch | undefined;
}

/** Reads the passages of a text when first asked, and once: a long one may have thousands of matches. */
export const passagesOf = (text: string): Passages => {
  let ends: number[] | undefined;
  let objects: ReturnType<typeof objectsIn> | undefined;
  return {
    sentence: ([from, to]) => {
      ends ??= [...text.matchAll(/[.!?\n\u3002]/g)].map(({ index }) => index);
      const before = ends[firstFrom(ends, from) - 1] ?? -1;
      const after = ends[firstFrom(ends, to)] ?? text.length - 1;
      return [before + 1, after + 1];
    },
    object: (at) => {
      objects ??= objectsIn(text);
      const last = firstFrom(objects.starts, at + 1) - 1;
      const [from = 0, to = 0] = [objects.starts[last], objects.ends[last]];
      return at < to ? [from, to] : undefined;
    },
  };
};

/** The index of the first entry of an ascending list at or after a place. */
const firstFrom = (list: readonly number[], place: number): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The outermost objects in their order, as two lists of places. */
const objectsIn = (text: string): { starts: number[]; ends: number[] } => {
  const starts: number[] = [];
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{' && depth++ === 0) starts.push(index);
    if (brace === '}' && depth > 0 && --depth === 0) ends.push(index + 1);
  }
  return { starts, ends: depth > 0 ? [...ends, text.length] : ends };
};
