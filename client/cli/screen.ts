import { jsonText, plain, table } from './terminal-text.ts';

/** The width of the terminal that output goes to; null where it goes elsewhere. */
const width = () => (process.stdout.isTTY ? process.stdout.columns || 80 : null);

/** Whatever is in it, a terminal can only show it. */
const shown = (lines: string) => `${lines.split('\n').map(plain).join('\n')}\n`;

/** What was asked for, in one line or more. */
export const print = (lines: string): void => void process.stdout.write(shown(lines));

/** A document for a program; a line of it where there are many. */
export const printJson = (value: unknown, indent?: number): void => print(jsonText(value, indent));

export const printTable = (header: readonly string[], rows: readonly string[][]): void =>
  print(table(header, rows, width()));

/** A line about the work, apart from its output. */
export const note = (line: string): void => void process.stderr.write(shown(line));

/** Says how far long work is: in one line that changes on a terminal, else in a line each. */
export const progress = () => {
  const isTerminal = process.stderr.isTTY;
  return {
    at: (text: string) => void process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`),
    done: () => void (isTerminal && process.stderr.write('\r\u001b[K')),
  };
};
