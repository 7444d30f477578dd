import type { Keyed } from './kit-draft.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Identified = Record<string, unknown> & { id: string };
const isIdentified = (value: unknown): value is Identified =>
  isRecord(value) && typeof value.id === 'string';

/** How many were added and removed, whether the order of the others differs, and what changed in them. */
const changesOfList = (before: readonly Identified[], after: readonly Identified[]): number => {
  const known = new Map(before.map((item) => [item.id, item]));
  const kept = after.filter(({ id }) => known.has(id));
  const stayed = before.filter(({ id }) => kept.some((item) => item.id === id));
  const isMoved = stayed.some(({ id }, n) => id !== kept[n]?.id);
  const inside = kept.map((item) => changesBetween(known.get(item.id), item));
  const replaced = after.length - kept.length + before.length - kept.length;
  return inside.reduce((sum, count) => sum + count, replaced + (isMoved ? 1 : 0));
};

/** How many changes lead from one content to another: fields, and things added, removed or put in another order. */
export const changesBetween = (before: unknown, after: unknown): number => {
  if (Array.isArray(before) && Array.isArray(after)) {
    if ([...before, ...after].every(isIdentified)) return changesOfList(before, after);
    return JSON.stringify(before) === JSON.stringify(after) ? 0 : 1;
  }
  if (isRecord(before) && isRecord(after)) {
    return Object.entries(after).reduce(
      (sum, [name, value]) => sum + changesBetween(before[name], value),
      0,
    );
  }
  return Object.is(before, after) ? 0 : 1;
};

/** What one person changed, on top of what another made of the same. Where both changed a field, it is `mine`. */
const mergedValue = (base: unknown, mine: unknown, theirs: unknown): unknown =>
  Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)
    ? mergedList(base, mine, theirs)
    : mine === base
      ? theirs
      : mine;

const mergedItem = <Item extends object>(base: Item, mine: Item, theirs: Item): Item => {
  const pairs = Object.entries(theirs).map(([name, value]) => {
    const field = name as keyof Item;
    return [name, mergedValue(base[field], mine[field], value)];
  });
  return Object.fromEntries(pairs);
};

/** Theirs with what I changed in it, without what I removed, with what I added or changed, in my order if I chose one. */
const mergedList = <Item extends Keyed>(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
): Item[] => {
  const find = (list: readonly Item[], item: Item) => list.find(({ key }) => key === item.key);
  const kept = theirs.flatMap((their) => {
    const was = find(base, their);
    const my = find(mine, their);
    if (was && my) return mergedItem(was, my, their);
    return was ? [] : their;
  });
  const isMine = (item: Item) => JSON.stringify(find(base, item)) !== JSON.stringify(item);
  const all = [...kept, ...mine.filter((item) => !find(theirs, item) && isMine(item))];
  const order = (list: readonly Item[]) => list.map(({ key }) => key);
  const stayed = order(base.filter((item) => find(mine, item)));
  const isMoved = order(mine.filter((item) => find(base, item))).join() !== stayed.join();
  const place = (item: Item) => mine.findIndex(({ key }) => key === item.key);
  return isMoved ? all.toSorted((a, b) => place(a) - place(b)) : all;
};

/** A draft of one version on top of another version: what was changed in it stays changed. */
export const carriedOver = <Draft extends object>(base: Draft, mine: Draft, theirs: Draft): Draft =>
  mergedItem(base, mine, theirs);
