import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Item, Table } from '../../shared/table/client.ts';

interface Hooks {
  /** Awaited before a command does anything, so that another request can come in between. */
  before?: (command: string) => Promise<void> | void;
  /** Called when a command is done but has not replied yet; throwing loses the reply. */
  after?: (command: string) => void;
}

/** The members of a write, and of a command, that are read here. */
interface Input {
  Item?: Item;
  Key?: Item;
  KeyConditionExpression?: string;
  UpdateExpression?: string;
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Item;
  ReturnValuesOnConditionCheckFailure?: string;
  TransactItems?: Record<string, Input>[];
  IndexName?: string;
  ExclusiveStartKey?: Item;
  FilterExpression?: string;
  ScanIndexForward?: boolean;
  Limit?: number;
}

const keyOf = ({ pk, sk }: Item) => `${String(pk)}\n${String(sk)}`;
const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));
const refused = { message: 'The conditional request failed', $metadata: {} };

const nameIn = ({ ExpressionAttributeNames: names = {} }: Input, word: string) =>
  names[word] ?? word;

const valueIn = ({ ExpressionAttributeValues: values = {} }: Input, word: string) => {
  if (values[word] === undefined) throw new Error(`The expression has no value for ${word}`);
  return copy(values[word]);
};

const clauseHolds = (input: Input, clause: string, item: Item): boolean => {
  const [, exists, present = ''] = /^attribute_(exists|not_exists)\((\S+)\)$/.exec(clause) ?? [];
  if (exists) return nameIn(input, present) in item === (exists === 'exists');
  const [, left = '', sign, right = ''] = /^(\S+) ([=<>]) (:\w+)$/.exec(clause) ?? [];
  if (!sign) throw new Error(`The memory table does not understand ${clause}`);
  const [stored, wanted] = [item[nameIn(input, left)], valueIn(input, right)];
  if (sign === '=') return stored === wanted;
  if (typeof wanted !== 'number') throw new Error('The memory table puts only numbers in order');
  return typeof stored === 'number' && (sign === '<' ? stored < wanted : stored > wanted);
};

/** AND binds tighter than OR, and there are no parentheses. */
const holds = (input: Input, item: Item) =>
  !input.ConditionExpression ||
  input.ConditionExpression.split(' OR ').some((all) =>
    all.split(' AND ').every((clause) => clauseHolds(input, clause, item)),
  );

/** The item after SET `a = :a, b = if_not_exists(b, :b), …`, REMOVE `a` and ADD `a :a`. */
const updated = (input: Input, old: Item): Item => {
  const expression = input.UpdateExpression ?? '';
  const clauses = expression.split(/ (?=(?:REMOVE|ADD) )/);
  const made = { ...old };
  for (const clause of clauses) {
    const [, verb, changes = ''] = /^(SET|ADD|REMOVE) (.+)$/.exec(clause) ?? [];
    if (!verb) throw new Error(`The memory table does not understand ${expression}`);
    for (const change of changes.split(/, (?=#?\w+(?: |,|$))/)) {
      const [left = '', right = ''] = change.split(verb === 'SET' ? ' = ' : ' ');
      const name = nameIn(input, left);
      if (verb === 'REMOVE') {
        delete made[name];
        continue;
      }
      const [, known = '', given = right] = /^if_not_exists\((\w+), (:\w+)\)$/.exec(right) ?? [];
      const value = made[known] ?? valueIn(input, given);
      made[name] = verb === 'SET' ? value : Number(made[name] ?? 0) + Number(value);
    }
  }
  return made;
};

/** Does all actions and returns null, or none and returns each outcome, as DynamoDB does. */
const write = (items: Map<string, Item>, actions: Record<string, Input>[]) => {
  const outcomes = actions.flatMap(Object.entries<Input>).map(([verb, input]) => {
    const key = keyOf(input.Item ?? input.Key ?? {});
    const old = items.get(key);
    return { verb, input, key, old, held: holds(input, old ?? {}) };
  });
  if (new Set(outcomes.map(({ key }) => key)).size !== actions.length) {
    throw new Error('A transaction may touch an item only once');
  }
  if (outcomes.some(({ held }) => !held)) {
    return outcomes.map(({ held, old, input }) => ({
      Code: held ? 'None' : 'ConditionalCheckFailed',
      ...(!held &&
        old &&
        input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && { Item: marshall(old) }),
    }));
  }
  for (const { verb, input, key, old } of outcomes) {
    if (verb === 'Put') items.set(key, copy(input.Item ?? {}));
    if (verb === 'Update') items.set(key, updated(input, old ?? { ...input.Key }));
    if (verb === 'Delete') items.delete(key);
  }
  return null;
};

const run = (items: Map<string, Item>, command: string, input: Input): object => {
  switch (command) {
    case 'TransactWriteItemsCommand': {
      const CancellationReasons = write(items, input.TransactItems ?? []);
      if (!CancellationReasons) return {};
      throw new TransactionCanceledException({ ...refused, CancellationReasons });
    }
    case 'PutItemCommand':
    case 'UpdateItemCommand':
      if (!write(items, [{ [command === 'PutItemCommand' ? 'Put' : 'Update']: input }])) return {};
      throw new ConditionalCheckFailedException(refused);
    case 'GetItemCommand':
      return { Item: copy(items.get(keyOf(input.Key ?? {})) ?? null) ?? undefined };
    case 'QueryCommand': {
      const { IndexName, ScanIndexForward = true, Limit, KeyConditionExpression = '' } = input;
      const pk = valueIn(input, ':pk');
      const from = KeyConditionExpression.includes(':from') ? valueIn(input, ':from') : '';
      const to = input.ExpressionAttributeValues?.[':to'];
      const sk = `${IndexName ?? ''}sk`;
      const found = [...items].filter(
        ([, item]) =>
          item[`${IndexName ?? ''}pk`] === pk &&
          String(item[sk]) >= String(from) &&
          (to === undefined || String(item[sk]) <= String(to)),
      );
      const Items = IndexName ? inOrder(found, sk) : inOrder(found);
      return { Items: copy((ScanIndexForward ? Items : Items.reverse()).slice(0, Limit)) };
    }
    case 'ScanCommand': {
      // One item a page: whoever scans has to go on.
      const { ExclusiveStartKey: after, FilterExpression = '' } = input;
      const [item, ...rest] = inOrder([...items]).filter(
        (one) => !after || keyOf(one) > keyOf(after),
      );
      if (!item) return { Items: [] };
      const Items = clauseHolds(input, FilterExpression, item) ? [copy(item)] : [];
      return { Items, ...(rest.length > 0 && { LastEvaluatedKey: { pk: item.pk, sk: item.sk } }) };
    }
    default:
      throw new Error(`The memory table has no ${command}`);
  }
};

/** By sort key, or by the key of an index. Stored items are replaced, never changed: no copies. */
const inOrder = (items: [string, Item][], by?: string) =>
  items
    .map(([key, item]) => ({ place: by ? String(item[by]) : key, item }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ item }) => item);

/**
 * A table in memory behind the real document client, so that the conditions that production sends
 * are the ones that are evaluated. Reads and writes are atomic and take no turn of the event loop of
 * their own, so that a scheduler decides the order of racing requests; `hooks` opens the gaps. The
 * embedded table cannot serve here: its I/O is out of the scheduler's hands, and takes five times as long.
 */
export const memoryTable = (hooks: Hooks = {}) => {
  const items = new Map<string, Item>();
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'local', credentials }));
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
  const table: Table = { name: 'memory', client };
  /** Every item, in the order of the keys. */
  return { table, items: () => inOrder([...items]) };
};

export type MemoryTable = ReturnType<typeof memoryTable>;
