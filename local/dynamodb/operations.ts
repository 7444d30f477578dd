import type { Operation } from '../wire/json-rpc.ts';
import { type ActionName, type Output, run } from './actions.ts';
import type { Input } from './dynalite-model.ts';
import { check, validationOf } from './input.ts';
import type { Level } from './level.ts';
import type { Exclusively } from './mutex.ts';
import { batchGet, readPage } from './reads.ts';
import { fingerprintOf, type RequestTokens } from './request-tokens.ts';
import { changeTable } from './tables.ts';
import { describeTimeToLive, updateTimeToLive } from './time-to-live.ts';
import { checkTransactGet, transactGet } from './transact-get.ts';
import { checkTransactWrite, transactWrite } from './transact-write.ts';
import { reading, type View, writing } from './view.ts';
import { writeItem } from './write-item.ts';

export type Engine = { level: Level; exclusively: Exclusively; tokens: RequestTokens };

type Work<Name> = (name: Name, view: View, input: Input) => Promise<Output>;

/**
 * All operations. Readers see one moment of the data and wait for no one; writers follow one
 * another and commit at once, so no one sees half a transaction and no two are in conflict.
 */
export function createOperations({ level, exclusively, tokens }: Engine) {
  const read = <Name extends ActionName>(name: Name, work: Work<Name> = run): Operation => {
    return async (body) => {
      const input = check(validationOf[name], body);
      return reading(level, (view) => work(name, view, input));
    };
  };
  const write = <Name extends ActionName>(name: Name, work: Work<Name> = run): Operation => {
    return async (body) => {
      const input = check(validationOf[name], body);
      return exclusively(() => writing(level, (view) => work(name, view, input)));
    };
  };

  const transactWriteItems: Operation = async (body) => {
    const { actions, token } = checkTransactWrite(body);
    const fingerprint = fingerprintOf(body);
    return exclusively(() =>
      writing(level, async (view) => {
        if (token && (await tokens.isDone(view, token, fingerprint))) return {};
        const output = await transactWrite(view, actions);
        if (token) tokens.note(view, token, fingerprint);
        return output;
      }),
    );
  };

  return {
    BatchGetItem: read('BatchGetItem', batchGet),
    DescribeTable: read('DescribeTable'),
    DescribeTimeToLive: (body: unknown) => reading(level, (view) => describeTimeToLive(view, body)),
    GetItem: read('GetItem'),
    ListTables: read('ListTables'),
    ListTagsOfResource: read('ListTagsOfResource'),
    Query: read('Query', readPage),
    Scan: read('Scan', readPage),
    TransactGetItems: async (body: unknown) => {
      const gets = checkTransactGet(body);
      return reading(level, (view) => transactGet(view, gets));
    },

    BatchWriteItem: write('BatchWriteItem'),
    CreateTable: write('CreateTable', changeTable),
    DeleteItem: write('DeleteItem', writeItem),
    DeleteTable: write('DeleteTable', changeTable),
    PutItem: write('PutItem', writeItem),
    TagResource: write('TagResource'),
    TransactWriteItems: transactWriteItems,
    UntagResource: write('UntagResource'),
    UpdateItem: write('UpdateItem', writeItem),
    UpdateTable: write('UpdateTable', changeTable),
    UpdateTimeToLive: (body: unknown) =>
      exclusively(() => writing(level, (view) => updateTimeToLive(view, body))),
  } satisfies Record<string, Operation>;
}
