import { askSecret, closeInput } from '../client/cli/ask.ts';
import { UsageError } from './command.ts';

/** The password, from the environment or asked for on the terminal without echo. @throws UsageError */
export const readPassword = async (email: string, env: NodeJS.ProcessEnv): Promise<string> => {
  if (env.TALARO_PASSWORD) return env.TALARO_PASSWORD;
  if (!process.stdin.isTTY) {
    throw new UsageError('Set TALARO_PASSWORD: there is no terminal to ask for the password');
  }
  try {
    return await askSecret(`Password of ${email}`);
  } catch {
    throw new UsageError('No password was given');
  } finally {
    closeInput();
  }
};
