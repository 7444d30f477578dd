import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type DynamoDbOptions, startDynamoDb } from '../../../local/dynamodb/dynamodb.ts';

export const TableName = 'interviews';

/** The SDK's clients, which by default try only once, so that each refusal is seen. */
export const connect = (endpoint: string, maxAttempts = 1) => {
  const client = new DynamoDBClient({
    endpoint,
    maxAttempts,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const marshallOptions = { removeUndefinedValues: true };
  return { client, documents: DynamoDBDocumentClient.from(client, { marshallOptions }) };
};

/** A table like that of the application: `pk`, `sk`, and one index. */
export const createTable = (client: DynamoDBClient, name = TableName) => {
  return client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'gsi1',
          KeySchema: [
            { AttributeName: 'gsi1pk', KeyType: 'HASH' },
            { AttributeName: 'gsi1sk', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
};

/** A database in memory with that table, with a document client for its items. */
export const openDatabase = async (options: Partial<DynamoDbOptions> = {}) => {
  const database = await startDynamoDb({ folder: null, ...options });
  const { client, documents } = connect(database.endpoint);
  await createTable(client);
  let count = 0;
  return {
    client,
    documents,
    endpoint: database.endpoint,

    /** Stores a new item with a key of its own, and returns the key. */
    async put(attributes: Document = {}, key: Document = {}): Promise<Document> {
      const Key = { pk: `ITEM#${++count}`, sk: 'ONLY', ...key };
      await documents.send(new PutCommand({ TableName, Item: { ...Key, ...attributes } }));
      return Key;
    },

    async get(Key: Document): Promise<Document | undefined> {
      const command = new GetCommand({ TableName, Key, ConsistentRead: true });
      return (await documents.send(command)).Item;
    },

    async close() {
      client.destroy();
      await database.close();
    },
  };
};

export type Document = Record<string, unknown>;
export type Database = Awaited<ReturnType<typeof openDatabase>>;

/** The error with which a promise rejects; throws if it does not. */
export const refusalOf = async <Refusal extends Error = Error>(
  promise: Promise<unknown>,
): Promise<Refusal> => {
  try {
    await promise;
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('It was not refused');
};
