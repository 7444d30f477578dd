import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { changeKeys, withNewKey, withoutKey } from '../shared/links/rotate-keys.ts';
import { connectTable } from '../shared/table/client.ts';
import { interviewsSignedWith } from '../shared/table/signed-links.ts';
import { readArguments, run, UsageError } from './command.ts';

const help = `npm run rotate-link-key -- --secret <name or ARN> [--dry-run]
npm run rotate-link-key -- --secret <name or ARN> --retire <id> --table <name> [--dry-run]
npm run rotate-link-key -- --secret <name or ARN> --retire <id> --force [--dry-run]

Adds a random key to the secret with the keys of the candidates' links, and has new links signed with
it. Links that were sent go on working. With --retire, removes an old key instead, unless a link in the
table that it signed can still be used; --force removes it without looking, and every such link with it.
Functions take up to five minutes to notice. Prints ids, never a key. --dry-run says what would be done.

The region is that of your AWS profile, or AWS_REGION. The names of secret and table are in
  aws cloudformation list-stack-resources --stack-name talaro-data
`;

const shown = 5;

/** @throws Error if a link that the key signed can still be used */
const requireUnused = async (key_id: string, table: string): Promise<void> => {
  const used = await interviewsSignedWith(connectTable(table), Number(key_id), Date.now());
  if (used.length === 0) return;
  const some = used.slice(0, shown).join(', ') + (used.length > shown ? ', …' : '');
  throw new Error(
    `Key ${key_id} stays: it signed the links of ${used.length} interviews that can still be used (${some}). Retire it later, or with --force`,
  );
};

const main = async (): Promise<number> => {
  const { values } = readArguments({
    options: {
      secret: { type: 'string' },
      retire: { type: 'string' },
      table: { type: 'string' },
      force: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { secret, retire, table, force, 'dry-run': dry_run } = values;
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (!secret) throw new UsageError('--secret is required');
  if (retire !== undefined && !table && !force) {
    throw new UsageError('--retire takes --table, to look for links that are still in use');
  }
  if (retire !== undefined && table && !force) await requireUnused(retire, table);
  const { current, ids } = await changeKeys(
    new SecretsManagerClient(),
    { secret_id: secret, dry_run },
    (keys) => (retire === undefined ? withNewKey(keys) : withoutKey(keys, retire)),
  );
  const keys = `signed with key ${current}; accepted are ${ids.join(', ')}`;
  console.log(
    dry_run ? `Nothing was changed. New links would be ${keys}` : `New links are ${keys}`,
  );
  return 0;
};

await run('rotate-link-key', main);
