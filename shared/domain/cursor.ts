import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from './errors.ts';
import type { LinkKeys } from './link-token.ts';

/** Keeps MACs of cursors apart from those of link tokens, which the same keys make. */
const purpose = 'talaro/cursor/v1';
const macLength = 16;

const macOf = (keys: LinkKeys, key_id: number, query: string, place: string) => {
  const key = keys.byId.get(key_id);
  const message = JSON.stringify([purpose, query, place]);
  return key && createHmac('sha256', key).update(message).digest().subarray(0, macLength);
};

/**
 * Seals the place where a page of a list ended, for the next page of the same query.
 * Form: base64url( key id 1 | mac 16 | place as JSON ).
 * @param query what the list was asked for, without its cursor and limit
 */
export const sealCursor = (keys: LinkKeys, query: string, place: object): string => {
  const text = JSON.stringify(place);
  const mac = macOf(keys, keys.current, query, text);
  if (!mac) throw new Error('The current link key is missing');
  return Buffer.concat([Buffer.from([keys.current]), mac, Buffer.from(text)]).toString('base64url');
};

/** The id of the key that a cursor claims to be sealed with; undefined without a cursor. */
export const keyOfCursor = (cursor = ''): number | undefined =>
  Buffer.from(cursor.slice(0, 2), 'base64url')[0];

/**
 * Opens a cursor that this deployment made for this query.
 * @throws AppError invalid_cursor for every other one
 */
export const openCursor = (keys: LinkKeys, query: string, cursor: string): unknown => {
  const bytes = Buffer.from(cursor, 'base64url');
  const text = bytes.toString('utf8', 1 + macLength);
  const mac = macOf(keys, bytes[0] ?? 0, query, text);
  const given = bytes.subarray(1, 1 + macLength);
  const isOurs =
    mac !== undefined &&
    given.length === macLength &&
    bytes.toString('base64url') === cursor &&
    timingSafeEqual(given, mac);
  if (isOurs) return JSON.parse(text);
  throw new AppError(
    'invalid_cursor',
    'The cursor does not belong to this list: start again without one',
  );
};
