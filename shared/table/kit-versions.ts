import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { KitVersion } from '../domain/kit-content.ts';
import { getItem, type Table } from './client.ts';
import { kinds, sk } from './keys.ts';
import { partitionOf } from './kits.ts';

/** Reads the content of one version. @returns null if the kit has no such version, or no such id */
export const readKitVersion = async (
  table: Table,
  kit_id: string,
  version: number,
): Promise<KitVersion | null> => {
  const pk = partitionOf(kit_id);
  if (!pk) return null;
  const item = await getItem(table, pk, sk.version(version));
  return item ? KitVersion.parse(item) : null;
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
