import type { Item, Table } from './client.ts';

/** What an update does to the attributes of an item. */
export interface Change {
  set?: Item;
  /** Amounts that are added; a missing attribute counts as 0. */
  add?: Readonly<Record<string, number>>;
  remove?: readonly string[];
}

interface Condition {
  /** Attributes that must have these values. */
  equal?: Item;
  /** Attributes that must be there, and those that must not. */
  present?: readonly string[];
  absent?: readonly string[];
  /** Attributes that must be there and below these numbers. */
  below?: Readonly<Record<string, number>>;
}

/** Aliases for attribute names and values, so that none can be a reserved word. */
const aliases = () => {
  const names: Record<string, string> = {};
  const values: Item = {};
  return {
    names,
    values,
    name: (attribute: string) => {
      const known = Object.keys(names).find((alias) => names[alias] === attribute);
      const alias = known ?? `#n${Object.keys(names).length}`;
      names[alias] = attribute;
      return alias;
    },
    value: (value: unknown) => {
      const alias = `:v${Object.keys(values).length}`;
      values[alias] = value;
      return alias;
    },
  };
};

type Aliases = ReturnType<typeof aliases>;

const clause = (verb: string, changes: string[]) =>
  changes.length > 0 ? [`${verb} ${changes.join(', ')}`] : [];

const changed = ({ name, value }: Aliases, { set = {}, add = {}, remove = [] }: Change) =>
  [
    ...clause(
      'SET',
      Object.entries(set)
        .filter(([, to]) => to !== undefined)
        .map(([attribute, to]) => `${name(attribute)} = ${value(to)}`),
    ),
    ...clause('REMOVE', remove.map(name)),
    ...clause(
      'ADD',
      Object.entries(add).map(([attribute, by]) => `${name(attribute)} ${value(by)}`),
    ),
  ].join(' ');

const required = (
  { name, value }: Aliases,
  { equal = {}, present = [], absent = [], below = {} }: Condition,
) => [
  ...Object.entries(equal).map(([attribute, to]) => `${name(attribute)} = ${value(to)}`),
  ...present.map((attribute) => `attribute_exists(${name(attribute)})`),
  ...Object.entries(below).map(([attribute, limit]) => `${name(attribute)} < ${value(limit)}`),
  ...absent.map((attribute) => `attribute_not_exists(${name(attribute)})`),
];

const conditionWith = (using: Aliases, condition: Condition) => {
  const conditions = required(using, condition);
  return {
    ...(conditions.length > 0 && { ConditionExpression: conditions.join(' AND ') }),
    ExpressionAttributeNames: using.names,
    ...(Object.keys(using.values).length > 0 && { ExpressionAttributeValues: using.values }),
  };
};

/** A condition of whatever is not an update. */
export const conditionOf = (condition: Condition) => conditionWith(aliases(), condition);

/** The update of one item, as a part of a transaction or alone. */
export const updateOf = (
  table: Table,
  Key: { pk: string; sk: string },
  change: Change,
  condition: Condition = {},
) => {
  const using = aliases();
  const UpdateExpression = changed(using, change);
  return { TableName: table.name, Key, UpdateExpression, ...conditionWith(using, condition) };
};
