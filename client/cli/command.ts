import type { ParseArgsOptionDescriptor, parseArgs } from 'node:util';

export interface Option extends ParseArgsOptionDescriptor {
  /** What it does, for the help. */
  says: string;
  /** What its value is, in capitals; options without are switches. */
  value?: string;
}
export type Options = Readonly<Record<string, Option>>;

/** What every command takes. */
export const common = {
  url: { type: 'string', value: 'URL', says: 'the deployment; the last one logged in to' },
  json: { type: 'boolean', says: 'print JSON for programs' },
  help: { type: 'boolean', short: 'h', says: 'this text' },
} as const satisfies Options;

export type Values<Own extends Options> = ReturnType<
  typeof parseArgs<{ options: Own & typeof common }>
>['values'];

export interface Given<Own extends Options> {
  values: Values<Own>;
  /** As many as `takes` has. */
  args: readonly string[];
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}

export interface Command<Own extends Options = Options> {
  /** One line for the list of commands. */
  summary: string;
  /** Names of its arguments, all required. */
  takes?: readonly string[];
  options: Own;
  /** Arguments behind the name of the command, and what they do. */
  examples: readonly (readonly [args: string, does: string])[];
  /** @returns the exit status; 0 if nothing */
  run(given: Given<Own>): Promise<number | undefined>;
}

/** A command with the exact types of its options. */
export const command = <const Own extends Options>(given: Command<Own>): Command<Own> => given;
