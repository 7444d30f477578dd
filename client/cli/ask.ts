import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageError } from '../../bin/command.ts';

let silent = false;

/** Where a terminal's line goes: what is typed is echoed here, or nowhere. */
const echo = new Writable({
  write(chunk, _encoding, done) {
    if (!silent) process.stderr.write(chunk);
    done();
  },
});

let opened: { lines: Interface; next: AsyncIterator<string> } | null = null;

/** One for the whole process: what a pipe has sent already would be lost with it. */
const input = () => {
  if (!opened) {
    const terminal = process.stdin.isTTY === true;
    const lines = createInterface({ input: process.stdin, output: echo, terminal, historySize: 0 });
    opened = { lines, next: lines[Symbol.asyncIterator]() };
  }
  return opened;
};

/** Whether there is a person to ask. */
export const isInteractive = (): boolean => process.stdin.isTTY === true;

/** Lets the process end. */
export const closeInput = (): void => {
  opened?.lines.close();
  opened = null;
};

/** The next line. Lines that were typed ahead wait for their question. @throws at the end of them */
const nextLine = async (question: string): Promise<string> => {
  const { value, done } = await input().next.next();
  if (!done) return value;
  if (isInteractive()) throw new DOMException('Ctrl-C or Ctrl-D was pressed', 'AbortError');
  throw new UsageError(
    `No answer came to: ${question}. Without a terminal, give it by an option or a pipe, or set TALARO_EMAIL and TALARO_PASSWORD`,
  );
};

/** A line from the terminal, or from what is piped in. @throws UsageError at the end of it */
export const ask = async (question: string): Promise<string> => {
  const { lines } = input();
  lines.setPrompt(`${question}: `);
  lines.prompt();
  return (await nextLine(question)).trim();
};

/** The same without an echo, to the last blank. */
export const askSecret = async (question: string): Promise<string> => {
  input();
  process.stderr.write(`${question}: `);
  silent = true;
  try {
    return await nextLine(question);
  } finally {
    silent = false;
    process.stderr.write('\n');
  }
};

/** Whether a person says yes. @throws UsageError where there is none to ask */
export const confirmed = async (question: string, yes: boolean | undefined): Promise<boolean> => {
  if (yes) return true;
  if (!isInteractive()) throw new UsageError(`${question} Say so with --yes`);
  return /^y(es)?$/i.test(await ask(`${question} (yes or no)`));
};
