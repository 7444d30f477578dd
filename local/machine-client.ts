import { join } from 'node:path';
import { machineScopes } from '../shared/http/caller.ts';
import { replaceFile } from './wire/replace-file.ts';

interface Machines {
  createMachineClient(
    name: string,
    scopes: readonly string[],
  ): Promise<{ client_id: string; client_secret: string }>;
}

/**
 * Makes sure that there is a machine client, and writes what gets it a token into the data folder,
 * for its owner alone to read: the body of `POST /api/auth/token/`.
 * @returns the path of that file
 */
export const ensureMachineClient = async (cognito: Machines, folder: string): Promise<string> => {
  const client = await cognito.createMachineClient('local', Object.values(machineScopes));
  const file = join(folder, 'machine-client.json');
  await replaceFile(file, JSON.stringify(client));
  return file;
};
