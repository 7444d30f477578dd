import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { requireDataFolder } from '../../../local/data-folder.ts';
import { dataFolder } from '../../support/data-folder.ts';

it('a data folder is made, with room for a start', async () => {
  await requireDataFolder(join(await dataFolder(), 'new', 'folder'));
});

it('a data folder on a full disk is refused in a sentence', async () => {
  const folder = await dataFolder();

  const start = requireDataFolder(folder, 1e18);

  await expect(start).rejects.toThrow(/^The disk with the data folder .* is full: a start takes/);
});

it('a file is refused as a data folder', async () => {
  const file = join(await dataFolder(), 'file');
  await writeFile(file, '');

  await expect(requireDataFolder(file)).rejects.toThrow('cannot be a data folder');
});
