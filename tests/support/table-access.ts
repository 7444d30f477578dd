import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../shared/table/client.ts';
import { interviewPk, sk } from '../../shared/table/keys.ts';

/** A filter for items of one kind, by their sort keys. */
const kindIs = (kind: string) => (item: Item) => String(item.sk).split('#', 1)[0] === kind;

/** The table as someone with the SDK sees it: read whole, changed without the API. */
export const tableAccess = (endpoint: string, TableName: string) => {
  const base = new DynamoDBClient({ endpoint });
  const client = DynamoDBDocumentClient.from(base);

  const scan = async (): Promise<Item[]> => {
    const items: Item[] = [];
    let ExclusiveStartKey: Item | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
      );
      items.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return items;
  };
  const itemsOf = async (interview_id: string, kind?: string): Promise<Item[]> => {
    const { Items: own = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': interviewPk(interview_id) },
      }),
    );
    return kind ? own.filter(kindIs(kind)) : own;
  };
  /** Every item that names the interview, wherever it is: late work on others is left out. */
  const about = async (interview_id: string): Promise<Item[]> =>
    (await scan()).filter((item) => JSON.stringify(item).includes(interview_id));
  const change = (pk: string, sortKey: string, values: Item) =>
    client.send(
      new UpdateCommand({
        TableName,
        Key: { pk, sk: sortKey },
        UpdateExpression: `SET ${Object.keys(values)
          .map((name) => `#${name} = :${name}`)
          .join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(
          Object.keys(values).map((name) => [`#${name}`, name]),
        ),
        ExpressionAttributeValues: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [`:${name}`, value]),
        ),
      }),
    );
  return {
    close: () => base.destroy(),
    scan,
    about,
    /** The items of one interview, in order; of one kind, for example `RESPONSE`, if named. */
    itemsOf,
    put: (Item: Item) => client.send(new PutCommand({ TableName, Item })),
    /** Changes attributes of the interview itself: its times, its status, its address. */
    changeInterview: (interview_id: string, values: Item) =>
      change(interviewPk(interview_id), sk.interview, values),
    change,
    /** Deletes all items of an interview. */
    async remove(interview_id: string) {
      for (const { pk, sk: sortKey } of await itemsOf(interview_id)) {
        await client.send(new DeleteCommand({ TableName, Key: { pk, sk: sortKey } }));
      }
    },
  };
};
