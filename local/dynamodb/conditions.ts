import * as dynalite from 'dynalite/db/index.js';
import type { AttributeValue, Item } from './attribute-value.ts';
import type { Condition, Operand } from './dynalite-model.ts';

/**
 * Whether an item meets a condition or a filter; a missing item is `{}`.
 * dynalite's own evaluation takes maps and lists for never equal, false and '' for missing in
 * places, and orders text by UTF-16 instead of UTF-8.
 */
export function holds(condition: Condition, item: Item): boolean {
  switch (condition.type) {
    case 'and':
      return condition.args.every((part) => holds(part, item));
    case 'or':
      return condition.args.some((part) => holds(part, item));
    case 'not':
      return !condition.args.some((part) => holds(part, item));
    default: {
      const operator = condition.type === 'function' ? condition.name : condition.type;
      const [value, ...others] = condition.args.map((operand) => resolve(operand, item));
      return compare(operator, value, others);
    }
  }
}

type Value = AttributeValue | undefined;

function resolve(operand: Operand, item: Item): Value {
  if (Array.isArray(operand)) return dynalite.mapPath(operand, item) ?? undefined;
  return 'type' in operand ? sizeOf(resolve(operand.args[0], item)) : operand;
}

function sizeOf(value: Value): Value {
  if (!value) return undefined;
  const { S, B, SS, NS, BS, L, M } = value;
  const list = SS ?? NS ?? BS ?? L ?? (M && Object.keys(M));
  const size = list?.length ?? S?.length ?? (B && Buffer.byteLength(B, 'base64'));
  return size === undefined ? undefined : { N: String(size) };
}

function compare(operator: string, value: Value, others: Value[]): boolean {
  const [other, upper] = others;
  switch (operator) {
    case 'attribute_exists':
      return value !== undefined;
    case 'attribute_not_exists':
      return value === undefined;
    case 'attribute_type':
      return value !== undefined && typeOf(value) === other?.S;
    case '=':
      return equal(value, other);
    case '<>':
      return !equal(value, other);
    case 'in':
      return others.some((candidate) => equal(value, candidate));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return inOrder(operator, value, other);
    case 'between':
      return inOrder('>=', value, other) && inOrder('<=', value, upper);
    default:
      // begins_with and contains.
      return dynalite.compare(operator, value, others);
  }
}

const typeOf = (value: AttributeValue) => Object.keys(value)[0];

function inOrder(operator: '<' | '<=' | '>' | '>=', a: Value, b: Value): boolean {
  const order = compareBytes(a, b);
  if (order === undefined) return dynalite.compare(operator, a, [b]);
  if (order === 0) return operator.endsWith('=');
  return order < 0 === operator.startsWith('<');
}

/** The order of two strings or two binaries; undefined for anything else. */
function compareBytes(a: Value, b: Value): number | undefined {
  if (a?.S !== undefined && b?.S !== undefined) {
    return Buffer.compare(Buffer.from(a.S), Buffer.from(b.S));
  }
  if (a?.B !== undefined && b?.B !== undefined) {
    return Buffer.compare(Buffer.from(a.B, 'base64'), Buffer.from(b.B, 'base64'));
  }
  return undefined;
}

/** Equal in type and value; sets in any order. A missing value equals nothing. */
function equal(a: Value, b: Value): boolean {
  if (!a || !b || typeOf(a) !== typeOf(b)) return false;
  if (a.M && b.M) return equalMaps(a.M, b.M);
  if (a.L && b.L) return equalLists(a.L, b.L);
  return canonical(a) === canonical(b);
}

function equalMaps(a: Item, b: Item): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => equal(a[name], b[name]));
}

function equalLists(a: AttributeValue[], b: AttributeValue[]): boolean {
  return a.length === b.length && a.every((value, index) => equal(value, b[index]));
}

// Numbers are already in one form: dynalite writes them all without exponent and padding.
function canonical({ SS, NS, BS, ...scalar }: AttributeValue): string {
  const set = SS ?? NS ?? BS;
  return JSON.stringify(set ? [...set].sort() : scalar);
}
