import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { outbox } from '../../../local/outbox.ts';
import { dataFolder } from '../../support/data-folder.ts';

const mail = { kind: 'code', to: 'ada@example.com', text: 'Your code is 123456.' } as const;

it('A mail lands in a file of its own, named for its time and kind, that only its owner can read', async () => {
  const folder = join(await dataFolder(), 'outbox');
  const told: (string | null)[] = [];
  const send = outbox(folder, (_, file) => void told.push(file));

  await Promise.all([send(mail), send(mail)]);

  const files = await readdir(folder);
  expect(files).toHaveLength(2);
  for (const file of files) {
    expect(file).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z-code-[0-9a-f]{8}\.txt$/);
    expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, file), 'utf8')).toBe(
      'To: ada@example.com\n\nYour code is 123456.\n',
    );
  }
  expect(told.map((file) => basename(file ?? '')).toSorted()).toEqual(files.toSorted());
});

it('In memory nothing is written', async () => {
  const told: unknown[] = [];

  await outbox(null, (...given) => void told.push(given))(mail);

  expect(told).toEqual([[mail, null]]);
});
