import { stat } from 'node:fs/promises';
import { UsageError } from '../../bin/command.ts';
import { replaceFile } from '../../local/wire/replace-file.ts';

/** Whether there is such a file. @throws UsageError for a folder, a device or a pipe */
export const isThere = async (file: string): Promise<boolean> => {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found && !found.isFile()) throw new UsageError(`${file} is not a file`);
  return found !== null;
};

/** Writes a file as a whole for its owner alone to read. @throws UsageError for what is not a file */
export const writeOwn = async (file: string, text: string): Promise<void> => {
  await isThere(file);
  await replaceFile(file, text, `${file}.${process.pid}`);
};
