/** A stretch of a text that is on both sides, or on one of them. */
export interface Stretch {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Above this many comparisons the middle of a text counts as replaced as a whole. */
const mostCells = 250_000;

/** Words and signs, each with the blanks before it. */
const wordsIn = (text: string): string[] => text.match(/\s*(?:[\p{L}\p{N}\p{M}]+|\S)|\s+/gu) ?? [];

/** How long the longest common subsequence is from each pair of places to the ends. */
const lengths = (left: readonly string[], right: readonly string[]): Uint16Array => {
  const width = right.length + 1;
  const table = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const below = table[at + width] ?? 0;
      const beside = table[at + 1] ?? 0;
      const both = (table[at + width + 1] ?? 0) + 1;
      table[at] = left[i] === right[j] ? both : Math.max(below, beside);
    }
  }
  return table;
};

/** The words of two texts in order: what stayed, what is gone and what is new. Bounded in time by their length. */
export const wordDiff = (before: string, after: string): Stretch[] => {
  const left = wordsIn(before);
  const right = wordsIn(after);
  const found: Stretch[] = [];
  const add = (kind: Stretch['kind'], text = '') => {
    const last = found.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text) found.push({ kind, text });
  };
  let start = 0;
  while (start < left.length && left[start] === right[start]) add('same', left[start++]);
  let end = 0;
  const shortest = Math.min(left.length, right.length) - start;
  while (end < shortest && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  const old = left.slice(start, left.length - end);
  const next = right.slice(start, right.length - end);
  const isSmall = old.length * next.length <= mostCells;
  const table = isSmall ? lengths(old, next) : new Uint16Array();
  const ahead = (i: number, j: number) => table[i * (next.length + 1) + j] ?? 0;
  let i = 0;
  let j = 0;
  while (i < old.length || j < next.length) {
    if (isSmall && i < old.length && old[i] === next[j]) {
      add('same', old[i++]);
      j += 1;
    } else if (i < old.length && (j === next.length || ahead(i + 1, j) >= ahead(i, j + 1))) {
      add('removed', old[i++]);
    } else add('added', next[j++]);
  }
  add('same', left.slice(left.length - end).join(''));
  return found;
};
