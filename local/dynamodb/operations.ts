import type { Operation } from '../wire/json-rpc.ts';
import { type ActionName, type Output, run } from './actions.ts';
import type { Input } from './dynalite-model.ts';
import { check, validationOf } from './input.ts';
import type { Level } from './level.ts';
import type { Exclusively } from './mutex.ts';
import { readPage } from './reads.ts';
import { fingerprintOf, type RequestTokens } from './request-tokens.ts';
import { createTable, updateTable } from './tables.ts';
import { checkTransactWrite, transactWrite } from './transact-write.ts';
import { reading, type View, writing } from './view.ts';
import { writeItem } from './write-item.ts';

interface Engine {
  level: Level;
  exclusively: Exclusively;
  tokens: RequestTokens;
}

type Work<Name> = (name: Name, view: View, input: Input) => Promise<Output>;

/**
 * All operations. Readers see one snapshot of the data and never wait; writers run one after
 * another and commit atomically, so no one sees half a transaction and no two conflict.
 */
export const createOperations = ({ level, exclusively, tokens }: Engine) => {
  const read =
    <Name extends ActionName>(name: Name, work: Work<Name> = run): Operation =>
    async (body) => {
      const input = check(validationOf[name], body);
      return reading(level, (view) => work(name, view, input));
    };
  const write =
    <Name extends keyof typeof validationOf>(name: Name, work: Work<Name>): Operation =>
    async (body) => {
      const input = check(validationOf[name], body);
      return exclusively(() => writing(level, (view) => work(name, view, input)));
    };
  const transactWriteItems: Operation = async (body) => {
    const { actions, token } = checkTransactWrite(body);
    const fingerprint = fingerprintOf(body);
    return exclusively(() =>
      writing(level, async (view) => {
        if (token && (await tokens.isDone(view, token, fingerprint))) return {};
        await transactWrite(view, actions);
        if (token) tokens.note(view, token, fingerprint);
        return {};
      }),
    );
  };

  return {
    DescribeTable: read('DescribeTable'),
    GetItem: read('GetItem'),
    Query: read('Query', readPage),
    Scan: read('Scan', readPage),
    CreateTable: write('CreateTable', createTable),
    DeleteItem: write('DeleteItem', writeItem),
    PutItem: write('PutItem', writeItem),
    TransactWriteItems: transactWriteItems,
    UpdateItem: write('UpdateItem', writeItem),
    UpdateTable: write('UpdateTable', updateTable),
  } satisfies Record<string, Operation>;
};
