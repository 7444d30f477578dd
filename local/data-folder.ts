import { mkdir, statfs } from 'node:fs/promises';
import { DataFolderError } from './dynamodb/level.ts';

/** What a start writes, pages and all, in bytes; with room to spare. */
const forAStart = 2_000_000;

/**
 * Makes the folder for all data if it is missing, and sees that there is room for a start.
 * @throws DataFolderError
 */
export const requireDataFolder = async (folder: string, room = forAStart): Promise<void> => {
  // Candidate data: only the owner may read it.
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause) => {
    const message = `${folder} cannot be a data folder; choose another with --data`;
    throw new DataFolderError('DATA_FOLDER_UNUSABLE', message, { cause });
  });
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= room) return;
  const message = `The disk with the data folder ${folder} is full: a start takes ${room / 1e6} MB. Nothing that was saved is lost`;
  throw new DataFolderError('DATA_FOLDER_UNUSABLE', message, {});
};
