import type { AttributeValue, Item } from './attribute-value.ts';

/** A table as dynalite stores it: only the members that are read here. */
export interface Table {
  TableName: string;
  TableStatus: string;
  KeySchema: { AttributeName: string; KeyType: string }[];
  AttributeDefinitions: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
  GlobalSecondaryIndexes?: Index[];
}

export interface Index {
  IndexName: string;
  IndexStatus?: string;
  KeySchema: Table['KeySchema'];
  /** With others that are not read here. */
  Projection?: { ProjectionType: string };
}

/** A path into an item: names and list positions. */
export type Path = (string | number)[];

/** An operand of a condition: a path, a literal, or `size(path)`. */
export type Operand = Path | AttributeValue | { type: 'function'; name: 'size'; args: [Path] };

/** A parsed condition, as dynalite's grammar returns it. */
export type Condition =
  | { type: 'and' | 'or' | 'not'; args: Condition[] }
  | { type: '=' | '<>' | '<' | '<=' | '>' | '>=' | 'between' | 'in'; args: Operand[] }
  | { type: 'function'; name: string; args: Operand[] };

/** The right side of a SET: a path, a literal, or a sum, a difference or a function of them. */
export type SetOperand =
  | Path
  | AttributeValue
  | { type: 'add' | 'subtract'; args: SetOperand[] }
  | { type: 'function'; name: string; args: SetOperand[] };

export type UpdateSection =
  | { type: 'set'; path: Path; val: SetOperand }
  | { type: 'remove'; path: Path }
  | { type: 'add' | 'delete'; path: Path; val: AttributeValue };

/** A request that dynalite has checked; parsed members are beside the originals, with a `_`. */
export interface Input {
  TableName: string;
  Key?: Item;
  Item?: Item;
  Select?: string;
  ExclusiveStartKey?: Item;
  ReturnValuesOnConditionCheckFailure?: string;
  AttributeUpdates?: object;
  AttributeDefinitions?: Table['AttributeDefinitions'];
  GlobalSecondaryIndexUpdates?: { Create?: Index }[];
  _condition?: { expression: Condition };
  _filter?: { expression: Condition };
  _projection?: { paths?: Path[] | undefined };
  _updates?: { sections: UpdateSection[] };
}

export type Callback<Value> = (error: unknown, value?: Value) => void;

/** The description of a request, by which dynalite checks types and constraints. */
export type Types = Record<string, unknown>;

export interface Validation {
  types: Types;
  custom?: (input: Input, store: { options: object }) => string | undefined;
}

/** A dynalite action: `store` has the shape of dynalite-store.ts. */
export type Action = (store: object, input: object, done: Callback<object>) => void;
