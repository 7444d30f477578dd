import { readdir, readFile } from 'node:fs/promises';
import * as z from 'zod';

const data = new URL('../../../tests/data/', import.meta.url);

/** Every own set is split before anything is measured: only the first part may be tuned on. */
export const splits = ['development', 'test'] as const;
export const Split = z.enum(splits);
export type Split = z.infer<typeof Split>;
export type Halves<T> = Record<Split, T>;

/** The same measure on both parts. */
export const onHalves = async <T>(measure: (split: Split) => Promise<T>): Promise<Halves<T>> => ({
  development: await measure('development'),
  test: await measure('test'),
});

/** Those that belong to a part. */
export const partOf = <T extends { split: Split }>(things: readonly T[], split: Split): T[] =>
  things.filter((thing) => thing.split === split);

/** Reads one file of our own data and checks its shape. */
export const readData = async <T>(name: string, shape: z.ZodType<T>): Promise<T> =>
  shape.parse(JSON.parse(await readFile(new URL(name, data), 'utf8')));

/** The names of the files in a folder of our own data, sorted. */
export const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(new URL(`${folder}/`, data))).sort().map((name) => `${folder}/${name}`);
