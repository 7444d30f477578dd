import * as dynalite from 'dynalite/db/index.js';
import type { AttributeValue, Item } from './attribute-value.ts';
import type { Condition, Operand } from './dynalite-model.ts';

type Value = AttributeValue | undefined;

const typeOf = (value: AttributeValue) => Object.keys(value)[0];

const sizeOf = (value: Value): Value => {
  if (!value) return undefined;
  const { S, B, SS, NS, BS, L, M } = value;
  const list = SS ?? NS ?? BS ?? L ?? (M && Object.keys(M));
  const size = list?.length ?? S?.length ?? (B && Buffer.byteLength(B, 'base64'));
  return size === undefined ? undefined : { N: String(size) };
};

const resolve = (operand: Operand, item: Item): Value => {
  if (Array.isArray(operand)) return dynalite.mapPath(operand, item) ?? undefined;
  return 'type' in operand ? sizeOf(resolve(operand.args[0], item)) : operand;
};

// Numbers are already in one form: dynalite writes them all without an exponent or padding.
const canonical = ({ SS, NS, BS, ...scalar }: AttributeValue): string => {
  const set = SS ?? NS ?? BS;
  return JSON.stringify(set ? [...set].sort() : scalar);
};

/** Equal in type and value; sets in any order. A missing value equals nothing. */
const equal = (a: Value, b: Value): boolean => {
  if (!a || !b || typeOf(a) !== typeOf(b)) return false;
  if (a.M && b.M) return equalMembers(Object.entries(a.M), b.M);
  if (a.L && b.L) return equalMembers(Object.entries(a.L), Object.fromEntries(Object.entries(b.L)));
  return canonical(a) === canonical(b);
};

const equalMembers = (members: [string, AttributeValue][], other: Item) =>
  members.length === Object.keys(other).length &&
  members.every(([name, value]) => equal(value, other[name]));

/** The bytes by which a string or a binary is ordered; undefined for anything else. */
const bytesOf = (value: Value) => {
  if (value?.S !== undefined) return Buffer.from(value.S);
  return value?.B === undefined ? undefined : Buffer.from(value.B, 'base64');
};

const inOrder = (operator: '<' | '<=' | '>' | '>=', a: Value, b: Value): boolean => {
  const [one, two] = [bytesOf(a), bytesOf(b)];
  if (!a || !b || !one || !two || typeOf(a) !== typeOf(b)) {
    return dynalite.compare(operator, a, [b]);
  }
  const order = Buffer.compare(one, two);
  return order === 0 ? operator.endsWith('=') : order < 0 === operator.startsWith('<');
};

const compare = (operator: string, value: Value, others: Value[]): boolean => {
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
};

/**
 * Whether an item meets a condition or a filter; a missing item is `{}`.
 * dynalite's own evaluation never finds maps or lists equal, sometimes treats false and '' as
 * missing, and orders text by UTF-16 instead of UTF-8.
 */
export const holds = (condition: Condition, item: Item): boolean => {
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
};
