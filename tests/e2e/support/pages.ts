import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Brand } from '../../../shared/domain/brand.ts';
import { buildWebApart } from '../../../web/build-apart.ts';

export const brand: Brand = {
  employer_name: 'Example Clinics',
  contact_name: 'Sam Okafor',
  contact_email: 'jobs@example.com',
};

const variable = 'TALARO_TEST_PAGES';

const build = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'talaro-web-'));
  await buildWebApart(folder, brand, {});
  return { folder, close: () => rm(folder, { recursive: true, force: true }) };
};

/** Builds the pages once for all files of a run, which only read them. Throws if they do not build. */
export const setup = async (): Promise<() => Promise<void>> => {
  const { folder, close } = await build();
  process.env[variable] = folder;
  return close;
};

/** The folder of the run's pages; outside of a run, one built now, which `close` removes. */
export const openPages = async (): Promise<{ folder: string; close(): Promise<void> }> => {
  const folder = process.env[variable];
  return folder ? { folder, close: async () => {} } : build();
};
