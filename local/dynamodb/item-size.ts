import * as dynalite from 'dynalite/db/index.js';
import type { AttributeValue, Item } from './attribute-value.ts';

/** 400 KB, names and values. */
export const itemLimit = 400 * 1024;

const utf8 = (text: string) => Buffer.byteLength(text, 'utf8');
const binaryBytes = (base64: string) => Buffer.byteLength(base64, 'base64');
const numberBytes = (number: string) => dynalite.itemSize({ '': { N: number } });
const sum = <Each>(list: Each[], bytes: (each: Each) => number) =>
  list.reduce((total, each) => total + bytes(each), 0);

/**
 * An item's size as DynamoDB counts it; dynalite counts a string's UTF-16 units as bytes.
 * Rules: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export const itemBytes = (item: Item): number =>
  sum(Object.entries(item), ([name, value]) => utf8(name) + valueBytes(value));

const valueBytes = ({ S, N, B, SS, NS, BS, L, M }: AttributeValue): number => {
  if (S !== undefined) return utf8(S);
  if (N !== undefined) return numberBytes(N);
  if (B !== undefined) return binaryBytes(B);
  if (SS) return sum(SS, utf8);
  if (NS) return sum(NS, numberBytes);
  if (BS) return sum(BS, binaryBytes);
  if (L) return 3 + sum(L, (value) => 1 + valueBytes(value));
  if (M) return 3 + Object.keys(M).length + itemBytes(M);
  return 1;
};
