import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../domain/errors.ts';
import { type Actor, actorName } from './audit.ts';
import { ConditionFailed, getItem, queryFrom, type Table, type WriteAction } from './client.ts';
import { idempotencyPk, kinds, sk } from './keys.ts';

/** A request that its caller may send again under the same key: where it is noted, and its body's hash. */
export interface Keyed {
  pk: string;
  sk: string;
  body_hash: string;
}

/** The ids of what a request has made; nothing else of it is kept. */
export type Ids = Readonly<Record<string, string>>;

/** For how long a request is remembered, in seconds. */
const remembered = 24 * 60 * 60;

const Known = z.object({
  ids: z.record(z.string(), z.string()),
  /** Null once what was made is erased: from then on no body is another one. */
  body_hash: z.string().nullable(),
  expires_at_s: z.number(),
});

/** Where the record of a request is and when it ends, as an interview keeps it of its own. */
export const RecordRef = z.object({ pk: z.string(), sk: z.string(), expires_at_s: z.number() });
export type RecordRef = z.infer<typeof RecordRef>;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The same text for the same value, in whatever order its fields came. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** A request under a key, which belongs to its caller and endpoint; null without a key. */
export const keyed = (
  actor: Actor,
  endpoint: string,
  { key, body }: { key: string | undefined; body: unknown },
): Keyed | null =>
  key === undefined
    ? null
    : {
        pk: idempotencyPk(sha256(JSON.stringify([actorName(actor), endpoint, key]))),
        sk: sk.row(0),
        body_hash: sha256(canonical(body)),
      };

/** One row of a request for many things; each is remembered for itself. */
export const rowOf = (request: Keyed, row: number): Keyed => ({ ...request, sk: sk.row(row) });

const inSeconds = (now: number) => Math.floor(now / 1000);

/** The reference to a record that is made now. @param now milliseconds since the epoch */
export const recordRef = ({ pk, sk }: Keyed, now: number): RecordRef => ({
  pk,
  sk,
  expires_at_s: inSeconds(now) + remembered,
});

/**
 * Remembers what a request makes, in the transaction that makes it. It fails with the record of the
 * request that came first; `idsBehind` reads that.
 * @param now milliseconds since the epoch
 */
export const remember = (table: Table, request: Keyed, ids: Ids, now: number): WriteAction => ({
  Put: {
    TableName: table.name,
    Item: {
      ...recordRef(request, now),
      body_hash: request.body_hash,
      ids,
      made_at: new Date(now).toISOString(),
    },
    ConditionExpression: 'attribute_not_exists(pk) OR expires_at_s < :now',
    ExpressionAttributeValues: { ':now': inSeconds(now) },
  },
});

/** @throws AppError idempotency_mismatch */
const idsOf = (item: unknown, { body_hash }: Keyed, now: number): Ids | null => {
  const known = Known.safeParse(item).data;
  // DynamoDB deletes what has expired when it comes to it.
  if (!known || known.expires_at_s < inSeconds(now)) return null;
  if (known.body_hash === null || known.body_hash === body_hash) return known.ids;
  throw new AppError(
    'idempotency_mismatch',
    'This Idempotency-Key was used with a different body: use a new one',
  );
};

/** What a request has made before; null if nothing. @throws AppError idempotency_mismatch */
export const readIds = async (table: Table, request: Keyed, now: number): Promise<Ids | null> =>
  idsOf(await getItem(table, request.pk, request.sk), request, now);

/**
 * What a request has made before, now that it has failed: the record on which its transaction failed
 * says so, and of a refusal, such as that a kit is archived by now, only a read can tell.
 * @returns null if it has made nothing
 * @throws AppError idempotency_mismatch
 */
export const idsBehind = async (
  table: Table,
  error: unknown,
  request: Keyed | null,
  now: number,
): Promise<Ids | null> => {
  if (!request) return null;
  if (error instanceof ConditionFailed) return idsOf(error.lost.get(request.sk), request, now);
  return error instanceof AppError ? readIds(table, request, now) : null;
};

/** What the rows of a request have made before, by sort key. @throws AppError idempotency_mismatch */
export const readRows = async (
  table: Table,
  request: Keyed,
  now: number,
): Promise<ReadonlyMap<string, Ids>> => {
  const items = await queryFrom(table, request.pk, kinds.row);
  return new Map(
    items.flatMap((item) => {
      const ids = idsOf(item, request, now);
      return ids ? [[String(item.sk), ids] as const] : [];
    }),
  );
};

/**
 * Takes the hash off a record whose object is erased; key and ids stay, so that a repeat with
 * whatever body finds it erased. One that has expired is left: it may be another request's by now, or gone.
 * @param now milliseconds since the epoch
 */
export const forgetBody = (
  table: Table,
  { pk, sk, expires_at_s }: RecordRef,
  now: number,
): WriteAction[] =>
  expires_at_s < inSeconds(now)
    ? []
    : [
        {
          Update: {
            TableName: table.name,
            Key: { pk, sk },
            UpdateExpression: 'SET body_hash = :none',
            ExpressionAttributeValues: { ':none': null },
          },
        },
      ];
