import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/table/client.ts';

/** A table whose client gives these replies, one per command: an output, or an error to throw. */
export const scriptedTable = (...replies: (object | Error)[]) => {
  const sent: { command: string; input: Record<string, unknown> }[] = [];
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      region: 'local',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    }),
  );
  client.middlewareStack.add(
    (_next, { commandName = '' }) =>
      async ({ input }) => {
        sent.push({ command: commandName, input: input as Record<string, unknown> });
        const reply = replies[sent.length - 1];
        if (reply === undefined) throw new Error('The script has no more replies');
        if (reply instanceof Error) throw reply;
        return { output: { ...reply, $metadata: {} }, response: {} };
      },
    { step: 'initialize', priority: 'high', name: 'script' },
  );
  const table: Table = { name: 'scripted', client };
  return { table, sent };
};
