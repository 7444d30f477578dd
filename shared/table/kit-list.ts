import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Kit } from '../domain/kit.ts';
import { Id } from '../domain/text.ts';
import type { Table } from './client.ts';
import { kitIndex, kitPk, kitsPk, sk } from './keys.ts';

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
  const last = LastEvaluatedKey && kits.at(-1);
  return { kits, next: last ? { created_at: last.created_at, kit_id: last.kit_id } : null };
};
