import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageError } from './command.ts';

/** The password, from the environment or asked for on the terminal without echo. @throws UsageError */
export const readPassword = async (email: string, env: NodeJS.ProcessEnv): Promise<string> => {
  if (env.TALARO_PASSWORD) return env.TALARO_PASSWORD;
  if (!process.stdin.isTTY) {
    throw new UsageError('Set TALARO_PASSWORD: there is no terminal to ask for the password');
  }
  process.stderr.write(`Password of ${email}: `);
  // The interface echoes what is typed to its output, which goes nowhere.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await terminal.question('');
  } catch {
    throw new UsageError('No password was given');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
};
