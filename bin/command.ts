import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Wrong usage, in a sentence. */
export class UsageError extends Error {}

/** The arguments of the command line. @throws UsageError */
export const readArguments = <const Config extends ParseArgsConfig>(config: Config) => {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node goes on with advice on names that begin with a hyphen.
    const [said = ''] = String(error instanceof Error ? error.message : error).split('. ');
    throw new UsageError(said);
  }
};

/** The SDK's errors for a machine on which AWS is not set up. */
const lacksAws = (error: unknown) =>
  error instanceof Error &&
  (error.message === 'Region is missing' || error.name === 'CredentialsProviderError');

/**
 * Runs a command: its errors are sentences, and it exits with 2 for wrong usage.
 * @param name the npm script
 * @param failed the exit status for every other error
 */
export const run = async (name: string, main: () => Promise<number>, failed = 1): Promise<void> => {
  try {
    // Not process.exit: what a pipe has not taken yet would be lost.
    process.exitCode = await main();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof UsageError;
    const set = lacksAws(error) ? '. Set AWS_REGION and credentials, or an AWS profile' : '';
    console.error(isUsage || set ? `${said}${set}. See npm run ${name} -- --help` : said);
    process.exitCode = isUsage ? 2 : failed;
  }
};
