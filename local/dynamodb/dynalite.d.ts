// The part of dynalite 4.0.0 that this folder uses; the package has no types of its own.

declare module 'dynalite/db/index.js' {
  type Item = import('./attribute-value.ts').Item;
  type AttributeValue = import('./attribute-value.ts').AttributeValue;
  type Table = import('./dynalite-model.ts').Table;
  type Index = import('./dynalite-model.ts').Index;
  type Path = import('./dynalite-model.ts').Path;

  export function createKey(item: Item, table: Table): string;
  export function createIndexKey(item: Item, table: Table, keys: Index['KeySchema']): string;
  export function validateKey(key: Item, table: Table): Error | null | undefined;
  export function validateItem(item: Item, table: Table): Error | null | undefined;
  export function validateUpdates(
    updates: object | undefined,
    parsed: object | undefined,
    table: Table,
  ): Error | null | undefined;
  export function getIndexActions(
    indexes: Index[],
    existing: Item | undefined,
    item: Item | undefined,
    table: Table,
  ): {
    puts: { index: string; key: string; item: Item }[];
    deletes: { index: string; key: string }[];
  };
  export function itemSize(item: Item): number;
  export function mapPath(path: Path, item: Item): AttributeValue | null | undefined;
  export function mapPaths(paths: Path[], item: Item): Item;
  export function compare(
    comparator: string,
    value: AttributeValue | undefined,
    others: (AttributeValue | undefined)[],
  ): boolean;
}

declare module 'dynalite/validations/index.js' {
  type Input = import('./dynalite-model.ts').Input;
  type Types = import('./dynalite-model.ts').Types;
  type Validation = import('./dynalite-model.ts').Validation;

  export function checkTypes<Checked>(body: object, types: Types): Checked;
  export function checkValidations(
    input: object,
    types: Types,
    custom: Validation['custom'],
    store: { options: object },
  ): void;
}

declare module 'dynalite/validations/*' {
  const validation: import('./dynalite-model.ts').Validation;
  export default validation;
}

declare module 'dynalite/actions/*' {
  const action: import('./dynalite-model.ts').Action;
  export default action;
}
