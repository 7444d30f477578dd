import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/table/client.ts';

/** What a client needs to be made; nothing is called with it. */
export const nowhere = { region: 'local', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } };

/** Gives an AWS client these replies, by the name of the command: an output, or an error to throw. */
export const script =
  (reply: (command: string, input: Record<string, unknown>) => object | undefined) =>
  (_next: unknown, { commandName = '' }: { commandName?: string }) =>
  async ({ input }: { input: object }) => {
    const answer = reply(commandName, { ...input });
    if (answer === undefined) throw new Error('The script has no more replies');
    if (answer instanceof Error) throw answer;
    return { output: { ...answer, $metadata: {} }, response: {} };
  };

/** A table whose client gives these replies, one per command. */
export const scriptedTable = (...replies: (object | Error)[]) => {
  const sent: { command: string; input: Record<string, unknown> }[] = [];
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(nowhere));
  client.middlewareStack.add(
    script((command, input) => replies[sent.push({ command, input }) - 1]),
    { step: 'initialize', priority: 'high' },
  );
  const table: Table = { name: 'scripted', client };
  return { table, sent };
};
