import { randomInt } from 'node:crypto';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { spentOn } from '../domain/cost.ts';
import { Brief } from '../domain/interview.ts';
import { Kit, KitVersion } from '../domain/kit.ts';
import { Id } from '../domain/text.ts';
import {
  ConditionFailed,
  type Item,
  queryBetween,
  type Table,
  transact,
  type WriteAction,
} from './client.ts';
import { jobPk, kindOf, kinds, kitIndex, kitPk, kitsPk, sk, versionOfUses } from './keys.ts';
import { spend } from './spending.ts';

const Pointer = z.object({ kit_id: Id.optional() });

/** The id of the kit that new interviews of a job take, or null if it has none. */
export const readKitOfJob = async (table: Table, job_hash: string): Promise<string | null> => {
  const { Item } = await table.client.send(
    new GetCommand({
      TableName: table.name,
      Key: { pk: jobPk(job_hash), sk: sk.only },
      ConsistentRead: true,
    }),
  );
  return Item ? (Pointer.parse(Item).kit_id ?? null) : null;
};

/** A kit with the job description, and how many interviews use each version. */
export interface KitRecord {
  kit: Kit;
  job_description: string;
  uses: ReadonlyMap<number, number>;
}

const assemble = (items: Item[]): KitRecord | null => {
  const ofKind = (kind: string) => items.filter((item) => kindOf(String(item.sk)) === kind);
  const [kit] = ofKind(kinds.kit);
  if (!kit) return null;
  const uses = new Map<number, number>();
  for (const item of ofKind(kinds.uses)) {
    const version = versionOfUses(String(item.sk));
    uses.set(version, (uses.get(version) ?? 0) + Number(item.interviews));
  }
  const { job_description } = Brief.pick({ job_description: true }).parse(ofKind(kinds.brief)[0]);
  return { kit: Kit.parse(kit), job_description, uses };
};

/** The partition of a kit, or null for what is no id: a path may hold anything. */
const partitionOf = (kit_id: string): string | null => {
  const id = Id.safeParse(kit_id);
  return id.success ? kitPk(id.data) : null;
};

/** Reads a kit without its versions' content. @returns null if there is none, or no such id */
export const readKit = async (table: Table, kit_id: string): Promise<KitRecord | null> => {
  const pk = partitionOf(kit_id);
  if (!pk) return null;
  return assemble(await queryBetween(table, pk, kinds.brief, kinds.version));
};

/** Reads the content of one version. @returns null if the kit has no such version, or no such id */
export const readKitVersion = async (
  table: Table,
  kit_id: string,
  version: number,
): Promise<KitVersion | null> => {
  const pk = partitionOf(kit_id);
  if (!pk) return null;
  const { Item } = await table.client.send(
    new GetCommand({
      TableName: table.name,
      Key: { pk, sk: sk.version(version) },
      ConsistentRead: true,
    }),
  );
  return Item ? KitVersion.parse(Item) : null;
};

/** Reads the content of a kit's newest version, without having to know its number. */
export const readNewestVersion = async (
  table: Table,
  kit_id: string,
): Promise<KitVersion | null> => {
  const pk = partitionOf(kit_id);
  if (!pk) return null;
  const { Items: [newest] = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk > :from',
      ExpressionAttributeValues: { ':pk': pk, ':from': kinds.version },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  );
  return newest ? KitVersion.parse(newest) : null;
};

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
 * Stores a new kit with its first version, as that of its job.
 * @param otherwise what to do if the job has another kit: keep this one beside it, or store nothing
 * @throws ConditionFailed if nothing was stored
 */
export const putKit = (
  table: Table,
  { kit, job_description, version }: { kit: Kit; job_description: string; version: KitVersion },
  otherwise: 'keep' | 'drop',
): Promise<void> => {
  const { kit_id, created_at } = kit;
  const write = [
    put(table, kit_id, sk.kit, { ...kit, ...kitIndex(kit) }, isNew),
    put(table, kit_id, sk.brief, { job_description }, {}),
    put(table, kit_id, sk.version(version.version), version, isNew),
    ...spend(table, spentOn(version.provenance), created_at),
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
export const changeKit = async (
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

/** Where a page of a list of kits ended. */
export const KitPlace = z.object({ created_at: z.string(), kit_id: Id });
export type KitPlace = z.infer<typeof KitPlace>;

/** One page of the kits in use or of those archived, newest first; may be a second old. */
export const listKits = async (
  table: Table,
  { archived, limit, after }: { archived: boolean; limit: number; after: KitPlace | null },
): Promise<{ kits: Kit[]; next: KitPlace | null }> => {
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :kits',
      ExpressionAttributeValues: { ':kits': kitsPk(archived) },
      ScanIndexForward: false,
      Limit: limit,
      ...(after && {
        ExclusiveStartKey: {
          pk: kitPk(after.kit_id),
          sk: sk.kit,
          ...kitIndex({ ...after, archived }),
        },
      }),
    }),
  );
  const kits = Items.map((item) => Kit.parse(item));
  const last = kits.at(-1);
  return { kits, next: LastEvaluatedKey && last ? last : null };
};
