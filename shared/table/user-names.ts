import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { queryFrom, type Table } from './client.ts';
import { sk, usersPk } from './keys.ts';

const UserName = z.object({ user_id: z.string(), name: z.string() });
type UserName = z.infer<typeof UserName>;

/** Keeps the name of a person, for what shows who did something. */
export const putUserName = async (table: Table, { user_id, name }: UserName): Promise<void> => {
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: { pk: usersPk, sk: sk.user(user_id), user_id, name },
    }),
    // A login waits for this, and goes on without it.
    { abortSignal: AbortSignal.timeout(3_000) },
  );
};

/** The names of all people who have logged in or were invited, by their ids. One Query. */
export const readUserNames = async (table: Table): Promise<ReadonlyMap<string, string>> => {
  const items = await queryFrom(table, usersPk, sk.user(''));
  return new Map(
    items.map((item) => {
      const { user_id, name } = UserName.parse(item);
      return [user_id, name];
    }),
  );
};
