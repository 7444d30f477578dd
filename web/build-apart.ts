import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Brand, readBrand } from '../shared/domain/brand.ts';
import type { Told } from './deployment.ts';

const build = fileURLToPath(new URL('build.ts', import.meta.url));

/**
 * Builds the pages as `buildWeb` does, in a process of its own: the builder takes 150 MB, which a
 * process that goes on would keep.
 */
export const buildWebApart = async (outDir: string, brand: Brand, told: Told): Promise<void> => {
  const checked = JSON.stringify(readBrand(brand));
  await promisify(execFile)(process.execPath, [build, outDir, checked, JSON.stringify(told)]);
};
