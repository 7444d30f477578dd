import { open, rename, rm } from 'node:fs/promises';

/**
 * Replaces a file as a whole, so that a kill at any moment or a full disk leaves either the old or
 * the new one. When it returns, the new bytes are on disk.
 * @param unfinished the path of the file until it is whole; concurrent calls need one each
 */
export const replaceFile = async (
  path: string,
  bytes: string | Buffer,
  unfinished = `${path}.new`,
): Promise<void> => {
  try {
    // Password hashes and signing keys live in such files.
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    // Half a file takes up the little room that a full disk has.
    await rm(unfinished, { force: true });
    throw error;
  }
};
