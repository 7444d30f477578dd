import { readArguments, UsageError } from '../../bin/command.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { closeInput } from './ask.ts';
import { type Command, common, type Options } from './command.ts';
import { commands } from './commands.ts';
import { exits, failureOf } from './failure.ts';
import { helpOf, overview } from './help.ts';
import { note, print } from './screen.ts';

/** A command and what follows its name, which has one or two words. @throws UsageError */
const found = (argv: readonly string[]): { name: string; rest: string[]; command: Command } => {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(' ');
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command) return { name, rest: argv.slice(words), command };
  }
  throw new UsageError(`There is no command ${argv[0]}`);
};

const secret = /^--(?:password|new-password|client-secret|secret|token|access|refresh)(?:=|$)/;

/** @throws UsageError for a secret, which every program of this machine could read */
const refuseSecrets = (args: readonly string[]) => {
  if (!args.some((arg) => secret.test(arg))) return;
  throw new UsageError(
    'Secrets are not taken as arguments, which other users of this machine can see and the shell remembers: answer the question of talaro login, or set TALARO_PASSWORD or TALARO_CLIENT_SECRET',
  );
};

const runCommand = async (argv: readonly string[], signal: AbortSignal): Promise<number> => {
  const { name, rest, command } = found(argv);
  refuseSecrets(rest);
  const options: Options = { ...command.options, ...common };
  const { values, positionals } = readArguments({ args: rest, options, allowPositionals: true });
  if (values.help) {
    print(helpOf(name, command));
    return exits.fine;
  }
  const { takes = [] } = command;
  if (positionals.length !== takes.length) {
    const wanted = takes.length > 0 ? takes.join(' and ') : 'no arguments besides its options';
    throw new UsageError(`talaro ${name} takes ${wanted}`);
  }
  return (await command.run({ values, args: positionals, signal })) ?? exits.fine;
};

/**
 * Runs the command line.
 * @param signal aborted where the person wants no more of it
 * @returns the exit status
 */
export const talaro = async (argv: readonly string[], signal: AbortSignal): Promise<number> => {
  const [first = ''] = argv;
  if (first === '--version') {
    print(packageJson.version);
    return exits.fine;
  }
  if (['', '--help', '-h', 'help'].includes(first)) {
    print(overview(commands));
    return first ? exits.fine : exits.usage;
  }
  try {
    return await runCommand(argv, signal);
  } catch (error) {
    const name = Object.hasOwn(commands, first) ? `${first} ` : '';
    const { status, says } = failureOf(error, name, signal);
    if (says) note(says);
    return status;
  } finally {
    closeInput();
  }
};
