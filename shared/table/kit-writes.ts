import { randomInt } from 'node:crypto';
import { spentOn } from '../domain/cost.ts';
import type { Kit } from '../domain/kit.ts';
import type { KitVersion } from '../domain/kit-content.ts';
import { ConditionFailed, type Table, transact, type WriteAction } from './client.ts';
import { type Keyed, remember } from './idempotency.ts';
import { jobPk, kitIndex, kitPk, sk } from './keys.ts';
import { spend } from './spending.ts';

const put = (table: Table, kit_id: string, sortKey: string, item: object, condition: object) => ({
  Put: {
    TableName: table.name,
    Item: { pk: kitPk(kit_id), sk: sortKey, ...item },
    ...condition,
  },
});
const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };

/** Makes a kit that of its job, or no longer; holds only while the job has none, or has this one. */
const pointJob = (table: Table, { job_hash, kit_id }: Kit, to: 'this' | 'none'): WriteAction => ({
  Update: {
    TableName: table.name,
    Key: { pk: jobPk(job_hash), sk: sk.only },
    ...(to === 'this'
      ? {
          UpdateExpression: 'SET kit_id = :kit_id',
          ConditionExpression: 'attribute_not_exists(kit_id)',
        }
      : { UpdateExpression: 'REMOVE kit_id', ConditionExpression: 'kit_id = :kit_id' }),
    ExpressionAttributeValues: { ':kit_id': kit_id },
  },
});

/** Writes a kit and its job's pointer, or the kit alone where the pointer is another kit's. */
const transactWithJob = async (table: Table, write: WriteAction[], point: WriteAction) => {
  try {
    await transact(table, [...write, point]);
  } catch (error) {
    const isOthers = error instanceof ConditionFailed && [...error.lost.keys()].join() === sk.only;
    if (!isOthers) throw error;
    await transact(table, write);
  }
};

/**
 * Stores a new kit with its first version, as that of its job, and with the record of its request if
 * that has a key.
 * @param otherwise what to do if the job has another kit: keep this one beside it, or store nothing
 * @throws ConditionFailed if nothing was stored
 */
export const putKit = (
  table: Table,
  { kit, job_description, version }: { kit: Kit; job_description: string; version: KitVersion },
  otherwise: 'keep' | 'drop',
  request: Keyed | null = null,
): Promise<void> => {
  const { kit_id, created_at } = kit;
  const write = [
    put(table, kit_id, sk.kit, { ...kit, ...kitIndex(kit) }, isNew),
    put(table, kit_id, sk.brief, { job_description }, {}),
    put(table, kit_id, sk.version(version.version), version, isNew),
    ...spend(table, spentOn(version.provenance), created_at),
    ...(request ? [remember(table, request, { kit_id }, Date.parse(created_at))] : []),
  ];
  const point = pointJob(table, kit, 'this');
  return otherwise === 'keep'
    ? transactWithJob(table, write, point)
    : transact(table, [...write, point]);
};

/**
 * Changes a kit, and with `version` adds one. An archived kit is no longer that of its job, and one
 * that is taken back is so again unless the job has got another one.
 * @returns the kit as it is now, or null if another request changed it after it was read
 */
export const storeKit = async (
  table: Table,
  read: Kit,
  change: Partial<Pick<Kit, 'archived' | 'versions'>>,
  version?: KitVersion,
): Promise<Kit | null> => {
  const kit = { ...read, ...change, revision: read.revision + 1 };
  const write = [
    put(
      table,
      kit.kit_id,
      sk.kit,
      { ...kit, ...kitIndex(kit) },
      {
        ConditionExpression: 'revision = :read',
        ExpressionAttributeValues: { ':read': read.revision },
      },
    ),
    ...(version ? [put(table, kit.kit_id, sk.version(version.version), version, isNew)] : []),
  ];
  try {
    await (kit.archived === read.archived
      ? transact(table, write)
      : transactWithJob(table, write, pointJob(table, kit, kit.archived ? 'none' : 'this')));
    return kit;
  } catch (error) {
    if (error instanceof ConditionFailed) return null;
    throw error;
  }
};

/** The numbers of uses of a version are spread over this many items, so that links do not collide. */
const shards = 16;

/** Counts an interview that begins or ceases to use a version, in the transaction of its link. */
export const countUse = (
  table: Table,
  { kit_id, version }: { kit_id: string; version: number },
  by: 1 | -1,
): WriteAction => ({
  Update: {
    TableName: table.name,
    Key: { pk: kitPk(kit_id), sk: sk.uses(version, randomInt(shards)) },
    UpdateExpression: 'ADD interviews :by',
    ExpressionAttributeValues: { ':by': by },
  },
});

/** Remembers, for a request with a key, the kit that another request has made for both. */
export const rememberKit = (
  table: Table,
  request: Keyed,
  kit_id: string,
  now: number,
): Promise<void> => transact(table, [remember(table, request, { kit_id }, now)]);
