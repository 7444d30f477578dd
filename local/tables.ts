import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';

/**
 * Puts what an earlier version stored into lists and reports, once. What cannot be read stays out of
 * them, and is tried again at each start.
 */
export const migrateTable = async (TableName: string): Promise<void> => {
  // Loaded only now: they read the log level.
  const { connectTable } = await import('../shared/table/client.ts');
  const { migrateOnce } = await import('../shared/migration/migrate.ts');
  const table = connectTable(TableName);
  const { changed = 0, failed = [] } = (await migrateOnce(table)) ?? {};
  table.client.destroy();
  if (changed > 0) console.log(`Put ${changed} interviews of an earlier version into lists`);
  if (failed.length > 0)
    console.warn(`Not in lists, for they cannot be read: ${failed.join(', ')}`);
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const keySchema = (hash: string, range: string): KeySchemaElement[] => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];

const texts = (...names: string[]): AttributeDefinition[] =>
  names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' }));

/** The indexes of the deployed table, oldest first. */
const indexes = ['gsi1', 'gsi2'].map((IndexName) => ({
  definitions: texts(`${IndexName}pk`, `${IndexName}sk`),
  index: {
    IndexName,
    KeySchema: keySchema(`${IndexName}pk`, `${IndexName}sk`),
    Projection: { ProjectionType: 'ALL' as const },
  },
}));

const describe = async (client: DynamoDBClient, TableName: string) => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

const activeTable = async (client: DynamoDBClient, name: string): Promise<TableDescription> => {
  const table = await describe(client, name);
  const statuses = table?.GlobalSecondaryIndexes?.map(({ IndexStatus }) => IndexStatus) ?? [];
  if (table && [table.TableStatus, ...statuses].every((status) => status === 'ACTIVE')) {
    return table;
  }
  await pause(50);
  return activeTable(client, name);
};

const createTable = async (client: DynamoDBClient, TableName: string) => {
  try {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keySchema('pk', 'sk'),
        AttributeDefinitions: [...texts('pk', 'sk'), ...indexes.flatMap((it) => it.definitions)],
        GlobalSecondaryIndexes: indexes.map(({ index }) => index),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
};

/**
 * Creates the one table, with the keys and indexes of the deployed one, unless it exists; one that an
 * earlier version made gets the indexes that it lacks. Nothing is deleted by its time to live here:
 * reads check the time anyway.
 */
export const ensureTable = async (endpoint: string, TableName: string): Promise<void> => {
  const client = new DynamoDBClient({ endpoint });
  try {
    if (!(await describe(client, TableName))) await createTable(client, TableName);
    const { GlobalSecondaryIndexes: present = [] } = await activeTable(client, TableName);
    for (const { index, definitions } of indexes) {
      if (present.some(({ IndexName }) => IndexName === index.IndexName)) continue;
      await client.send(
        new UpdateTableCommand({
          TableName,
          AttributeDefinitions: definitions,
          GlobalSecondaryIndexUpdates: [{ Create: index }],
        }),
      );
      // Filled from the items that are there.
      await activeTable(client, TableName);
    }
  } finally {
    client.destroy();
  }
};
