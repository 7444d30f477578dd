import { migrate } from '../shared/migration/migrate.ts';
import { connectTable } from '../shared/table/client.ts';
import { readArguments, run, UsageError } from './command.ts';

const help = `npm run migrate -- --table <name> [--dry-run]

Puts interviews that older versions stored into lists and reports: run it once after the upgrade. It
reads the whole table and may run while people work. If it is stopped, the next run goes on where it
was; run again after that, it finds nothing left to do. --dry-run says what would be done.

The region is that of your AWS profile, or AWS_REGION. The name of the table is in
  aws cloudformation list-stack-resources --stack-name talaro-data
`;

const main = async (): Promise<number> => {
  const { values } = readArguments({
    options: {
      table: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (!values.table) throw new UsageError('--table is required');
  const dry_run = values['dry-run'];
  const { seen, changed, failed } = await migrate(connectTable(values.table), {
    dry_run,
    onPage: (so_far) => console.error(`${so_far.seen} interviews …`),
  });
  const said = dry_run ? 'Nothing was changed. To be put' : 'Put';
  console.log(`${said} into lists and reports: ${changed} of ${seen} interviews`);
  if (failed.length === 0) return 0;
  console.error(`Could not be read or written: ${failed.join(', ')}. Run it again`);
  return 1;
};

await run('migrate', main);
