import { PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { mapConcurrently } from '../domain/map-concurrently.ts';
import { getItem, type Table } from '../table/client.ts';
import { migrationPk, sk } from '../table/keys.ts';
import { putIntoLists } from './lists.ts';

/** How far it has come: the last key that was seen, or when it was through. */
const Progress = z.object({
  after: z.object({ pk: z.string(), sk: z.string() }).optional(),
  done_at: z.string().optional(),
});
type Progress = z.infer<typeof Progress>;

const key = { pk: migrationPk('lists'), sk: sk.only };

const readProgress = async (table: Table): Promise<Progress> =>
  Progress.parse((await getItem(table, key.pk, key.sk)) ?? {});

const note = (table: Table, progress: Progress) =>
  table.client.send(new PutCommand({ TableName: table.name, Item: { ...key, ...progress } }));

const Found = z.object({ interview_id: z.string() });

/** Numbers of interviews; those that could not be read or written by their ids. */
interface Migrated {
  seen: number;
  changed: number;
  failed: string[];
}

/**
 * Puts all interviews into lists and reports as they are stored. Reads the whole table; may run while
 * people work, stops and goes on where it was, and can be repeated: then it writes nothing.
 * @param onPage called with the numbers so far, after each page of the table
 */
export const migrate = async (
  table: Table,
  { dry_run = false, onPage }: { dry_run?: boolean; onPage?: (so_far: Migrated) => void } = {},
): Promise<Migrated> => {
  const total: Migrated = { seen: 0, changed: 0, failed: [] };
  const one = async (id: string) => {
    total.seen++;
    try {
      if (await putIntoLists(table, id, dry_run)) total.changed++;
    } catch {
      total.failed.push(id);
    }
  };
  const { after } = dry_run ? {} : await readProgress(table);
  const scan = {
    TableName: table.name,
    ConsistentRead: true,
    FilterExpression: 'sk = :interview',
    ProjectionExpression: 'interview_id',
    ExpressionAttributeValues: { ':interview': sk.interview },
    ...(after && { ExclusiveStartKey: after }),
  };
  for await (const { Items = [], LastEvaluatedKey: at } of paginateScan(
    { client: table.client },
    scan,
  )) {
    await mapConcurrently(Items, (item) => one(Found.parse(item).interview_id));
    // From the first failure on all is seen again, also if this is stopped before its end.
    if (at && !dry_run && total.failed.length === 0) {
      await note(table, { after: Progress.shape.after.parse(at) });
    }
    onPage?.(total);
  }
  if (!dry_run)
    await note(table, total.failed.length > 0 ? {} : { done_at: new Date().toISOString() });
  return total;
};

/** The same, unless it has been done. @returns null if it had been */
export const migrateOnce = async (table: Table): Promise<Migrated | null> =>
  (await readProgress(table)).done_at ? null : migrate(table);
