import type { Command, Options } from './command.ts';
import { common } from './command.ts';

const columns = (rows: readonly (readonly [string, string])[]) => {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n');
};

const optionRows = (options: Options) =>
  Object.entries(options).map(([name, { value, says, short }]) => {
    const flag = `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
    return [flag, says] as const;
  });

const statuses =
  'Exits with 0 if all went well, 1 if something failed, 2 for wrong usage, 3 if it takes a login.';

/** The help of one command. */
export const helpOf = (name: string, { summary, takes = [], ...command }: Command): string =>
  `Usage: talaro ${[name, ...takes].join(' ')} [options]

${summary}.

${columns(optionRows({ ...command.options, ...common }))}

Examples:
${columns(command.examples.map(([args, does]) => [`talaro ${[name, args].join(' ').trim()}`, does]))}

${statuses}`;

/** The help of all. */
export const overview = (commands: Readonly<Record<string, Command>>): string =>
  `Usage: talaro COMMAND [options]

${columns(
  Object.entries(commands).map(([name, { takes = [], summary }]) => [
    [name, ...takes].join(' '),
    summary,
  ]),
)}

Begin with talaro login. Every command has a --help of its own, with examples; --json has it print JSON
for programs, and --version says which version this is.

Scripts set TALARO_URL, and either TALARO_EMAIL and TALARO_PASSWORD or TALARO_CLIENT_ID and
TALARO_CLIENT_SECRET, instead of logging in. ${statuses}`;
