import type { Item } from '../../shared/table/client.ts';

interface Names {
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Record<string, unknown> | undefined;
}

const nameOf = (word: string, names: Names) => names.ExpressionAttributeNames?.[word] ?? word;

const placeholderValue = (word: string, names: Names) => {
  const value = names.ExpressionAttributeValues?.[word];
  if (value === undefined) throw new Error(`The expression has no value for ${word}`);
  return value;
};

const compare: Record<string, (order: number, same: boolean) => boolean> = {
  '=': (_, same) => same,
  '<>': (_, same) => !same,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

const clauseHolds = (clause: string, names: Names, item: Item | undefined): boolean => {
  const [, exists, attribute = ''] =
    /^attribute_(exists|not_exists)\(([\w#]+)\)$/.exec(clause) ?? [];
  if (exists) return (item?.[nameOf(attribute, names)] !== undefined) === (exists === 'exists');
  const [, left = '', sign = '', right = ''] =
    /^([\w#]+) (=|<>|<|<=|>|>=) (:\w+)$/.exec(clause) ?? [];
  const judge = compare[sign];
  if (!judge) throw new Error(`The memory table does not understand ${clause}`);
  const stored = item?.[nameOf(left, names)];
  const wanted = placeholderValue(right, names);
  if (stored === undefined) return false;
  const order = typeof stored === typeof wanted && String(stored) < String(wanted) ? -1 : 1;
  const numbers = typeof stored === 'number' && typeof wanted === 'number';
  return judge(numbers ? stored - wanted : order, stored === wanted);
};

/** Whether a condition holds of an item; AND binds tighter than OR, no parentheses. */
export const holds = (
  condition: string | undefined,
  names: Names,
  item: Item | undefined,
): boolean =>
  condition === undefined ||
  condition
    .split(' OR ')
    .some((all) => all.split(' AND ').every((clause) => clauseHolds(clause.trim(), names, item)));

/** The item after an update of the forms SET `a = :a, …`, ADD `a :a` and REMOVE `a`. */
export const updated = (expression: string, names: Names, old: Item): Item => {
  const made: Item = { ...old };
  for (const part of expression.split(/\s*\b(?=SET |ADD |REMOVE )/).filter(Boolean)) {
    const [, verb, list = ''] = /^(SET|ADD|REMOVE) (.+)$/.exec(part.trim()) ?? [];
    if (!verb) throw new Error(`The memory table does not understand ${part}`);
    for (const change of list.split(',')) {
      const [left = '', right = ''] = change.trim().split(/\s*=\s*|\s+/);
      const name = nameOf(left, names);
      if (verb === 'REMOVE') delete made[name];
      else if (verb === 'SET')
        made[name] = JSON.parse(JSON.stringify(placeholderValue(right, names)));
      else made[name] = Number(made[name] ?? 0) + Number(placeholderValue(right, names));
    }
  }
  return made;
};
