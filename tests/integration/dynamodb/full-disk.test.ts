import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { InternalServerError } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it, onTestFinished } from 'vitest';
import { keyspace, under } from '../../../local/dynamodb/keyspace.ts';
import { openLevel } from '../../../local/dynamodb/level.ts';
import { dataFolder } from '../../support/data-folder.ts';
import { connect, createTable, TableName } from './database.ts';

/** A database in a process whose files cannot grow beyond 64 KB, so that its log is torn and torn again. */
const serveConfined = async (folder: string) => {
  const script = join(import.meta.dirname, 'serve.ts');
  const confined = `trap '' XFSZ; ulimit -f 128; exec "$0" "$1" "$2"`;
  const child = spawn('sh', ['-c', confined, process.execPath, script, folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(createInterface(child.stdout), 'line');
  return { child, endpoint: String(JSON.parse(String(line)).endpoint) };
};

it('a disk that refuses writes again and again costs nothing that was acknowledged', async () => {
  const folder = await dataFolder();
  const { child, endpoint } = await serveConfined(folder);
  const { client, documents } = connect(endpoint);
  await createTable(client);
  const [acknowledged, refusals]: [string[], Error[]] = [[], []];

  const writer = async (name: string) => {
    for (let n = 0; n < 15; n++) {
      const Item = { pk: name, sk: String(n), text: 'x'.repeat(7000) };
      await documents.send(new PutCommand({ TableName, Item })).then(
        () => acknowledged.push(`${name} ${n}`),
        (error) => refusals.push(error),
      );
    }
  };
  await Promise.all(['a', 'b', 'c', 'd'].map(writer));
  const read = await documents.send(new GetCommand({ TableName, Key: { pk: 'a', sk: '0' } }));
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  client.destroy();

  const level = await openLevel(folder);
  const kept = new Set<string>();
  for await (const [, text] of level.entries(under(keyspace.item(TableName)))) {
    const { pk, sk } = JSON.parse(text);
    kept.add(`${pk.S} ${sk.S}`);
  }
  await level.close();
  expect(acknowledged.filter((key) => !kept.has(key))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(40);
  expect(refusals.length).toBeGreaterThan(3);
  expect(refusals.filter((error) => !(error instanceof InternalServerError))).toEqual([]);
  expect(read.Item).toBeDefined();
});
