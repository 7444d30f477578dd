import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Item, Table, WriteAction } from '../../shared/table/client.ts';
import { holds, updated } from './expressions.ts';

interface Hooks {
  /** Awaited before a command does anything: where another request can come in between. */
  before?: (command: string) => Promise<void> | void;
  /** Called when a command is done and its reply not yet given; throwing loses the reply. */
  after?: (command: string) => void;
}

export interface MemoryTable {
  table: Table;
  /** Every item, by `pk` and `sk`, in order of the keys. */
  items(): Item[];
}

const address = ({ pk, sk }: Item) => `${String(pk)}\n${String(sk)}`;
const copy = (item: Item): Item => JSON.parse(JSON.stringify(item));
const refused = { message: 'The conditional request failed', $metadata: {} };

/** What an action does to the item at its key: the new item, or undefined for none. */
const outcome = (action: WriteAction, items: Map<string, Item>) => {
  const { Put, Update, Delete, ConditionCheck } = action;
  const part = Put ?? Update ?? Delete ?? ConditionCheck;
  if (!part) throw new Error('The action is empty');
  const key = address(Put ? (Put.Item ?? {}) : 'Key' in part ? (part.Key ?? {}) : {});
  const old = items.get(key);
  return {
    key,
    old,
    holds: holds(part.ConditionExpression, part, old),
    made: () => {
      if (Put) return copy(Put.Item ?? {});
      if (Update) return updated(Update.UpdateExpression ?? '', Update, old ?? { ...Update.Key });
      return ConditionCheck ? old : undefined;
    },
  };
};

const write = (items: Map<string, Item>, actions: WriteAction[]) => {
  const outcomes = actions.map((action) => outcome(action, items));
  if (new Set(outcomes.map(({ key }) => key)).size !== outcomes.length) {
    throw new Error('A transaction may touch an item once only');
  }
  if (outcomes.some((one) => !one.holds)) {
    const CancellationReasons = outcomes.map((one) => ({
      Code: one.holds ? 'None' : 'ConditionalCheckFailed',
      ...(!one.holds && one.old && { Item: marshall(one.old) }),
    }));
    throw new TransactionCanceledException({ ...refused, CancellationReasons });
  }
  for (const { key, made } of outcomes) {
    const item = made();
    if (item) items.set(key, item);
    else items.delete(key);
  }
};

type Input = Record<string, unknown> & {
  TransactItems?: WriteAction[];
  Key?: Item;
  ExpressionAttributeValues?: Item;
};

const run = (items: Map<string, Item>, command: string, input: Input): object => {
  switch (command) {
    case 'TransactWriteItemsCommand':
      write(items, input.TransactItems ?? []);
      return {};
    case 'QueryCommand': {
      const { ':pk': pk, ':from': from } = input.ExpressionAttributeValues ?? {};
      const found = sorted(items).filter(
        (item) => item.pk === pk && String(item.sk) >= String(from),
      );
      return { Items: found.map(copy) };
    }
    case 'GetItemCommand': {
      const found = items.get(address(input.Key ?? {}));
      return found ? { Item: copy(found) } : {};
    }
    case 'PutItemCommand':
      try {
        write(items, [{ Put: { TableName: '', Item: {}, ...input } }]);
        return {};
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        throw new ConditionalCheckFailedException(refused);
      }
    default:
      throw new Error(`The memory table has no ${command}`);
  }
};

const sorted = (items: Map<string, Item>) =>
  [...items.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);

/**
 * A table in memory behind the real document client, so that the conditions that production sends
 * are the ones that are judged. Reads and writes are atomic; `hooks` opens the gaps between them.
 */
export const memoryTable = (hooks: Hooks = {}): MemoryTable => {
  const items = new Map<string, Item>();
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      region: 'local',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    }),
  );
  client.middlewareStack.add(
    (_next, { commandName = '' }) =>
      async ({ input }) => {
        await hooks.before?.(commandName);
        const output = run(items, commandName, input as Input);
        hooks.after?.(commandName);
        return { output: { ...output, $metadata: {} }, response: {} };
      },
    // Ahead of everything: nothing is marshalled, signed or sent.
    { step: 'initialize', priority: 'high', name: 'memoryTable' },
  );
  return { table: { name: 'memory', client }, items: () => sorted(items).map(copy) };
};
