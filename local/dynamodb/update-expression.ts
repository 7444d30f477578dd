import * as dynalite from 'dynalite/db/index.js';
import type { Item } from './attribute-value.ts';
import type { Path, SetOperand, UpdateSection } from './dynalite-model.ts';

const copyAt = (path: Path, item: Item) => {
  const value = dynalite.mapPath(path, item);
  return value ? structuredClone(value) : undefined;
};

/** The operand with a copy in place of each path; a path to nothing stays, for dynalite to refuse. */
const detached = (operand: SetOperand, old: Item): SetOperand => {
  if (Array.isArray(operand)) return copyAt(operand, old) ?? operand;
  if (!('type' in operand)) return operand;
  if (operand.type === 'function' && operand.name === 'if_not_exists') {
    const [path, otherwise] = operand.args;
    const present = Array.isArray(path) ? copyAt(path, old) : undefined;
    return present ?? (otherwise ? detached(otherwise, old) : operand);
  }
  return { ...operand, args: operand.args.map((part) => detached(part, old)) };
};

/** Orders paths so that a removed list element moves none that is still to be removed. */
const backToFront = (a: Path, b: Path): number => {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const one = a[index] ?? '';
    const two = b[index] ?? '';
    if (one === two) continue;
    if (typeof one === 'number' && typeof two === 'number') return two - one;
    return String(one) < String(two) ? -1 : 1;
  }
  return b.length - a.length;
};

/**
 * The same update in a form that dynalite applies correctly: DynamoDB reads every operand and
 * list position from the original item, dynalite from the half-changed one. `SET a = n ADD n :one`
 * would add to both, `REMOVE l[0], l[1]` would remove the first and the third.
 */
export const steady = (sections: UpdateSection[], old: Item): UpdateSection[] => {
  const removals = sections.filter(({ type }) => type === 'remove');
  const others = sections.filter(({ type }) => type !== 'remove');
  return [
    ...others.map((section) =>
      section.type === 'set' ? { ...section, val: detached(section.val, old) } : section,
    ),
    ...removals.sort((a, b) => backToFront(a.path, b.path)),
  ];
};
