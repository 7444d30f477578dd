import { readFile } from 'node:fs/promises';
import { InterviewExport, verifyScore, versionsOf } from '../shared/session/verify-score.ts';
import { readArguments, run, UsageError } from './command.ts';

const help = `npm run verify-score -- <export.json>

Recomputes the score of an interview from an export: the response of GET /api/interviews/{id}/export/
saved as a file; that of GET /api/interviews/{id}/ does as well. Checks score, recommendation and status
of every evaluation in it, that each level above 1 has a quote, and that each quote appears in its
answer; for answers read since version 2 of the prompt also that levels 4 and 5 have eight words of
quotes, that no passage alone carries three criteria, and that a warning sign holds its criterion at
level 2. Prints the differences and exits with status 1 if there are any; with 2 if the file cannot be
read or contains no evaluation.
`;

const contentOf = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is not JSON' : String(error);
    throw new Error(`The export cannot be read: ${reason}`, { cause: error });
  }
};

const main = async (): Promise<number> => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } },
  });
  const [path, ...more] = positionals;
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (!path || more.length > 0) throw new UsageError('It takes one file');
  const read = InterviewExport.safeParse(await contentOf(path));
  if (!read.success) {
    // Paths only: the values are personal data.
    const where = read.error.issues.map((issue) => issue.path.join('.') || 'the whole file');
    process.stderr.write(`Not an interview export; look at ${where.join(', ')}\n`);
    return 2;
  }
  const versions = versionsOf(read.data);
  if (versions.length === 0) {
    process.stderr.write('There is no evaluation in this export\n');
    return 2;
  }
  const differences = verifyScore(read.data);
  for (const { version, what } of differences)
    process.stdout.write(`Version ${version}: ${what}\n`);
  if (differences.length > 0) return 1;
  for (const { version, status, score, recommendation } of versions) {
    const result = score === null ? status : `${score}, ${recommendation}`;
    process.stdout.write(`Version ${version}: no difference (${result})\n`);
  }
  return 0;
};

await run('verify-score', main, 2);
