import { parseArgs } from 'node:util';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { changeKeys, withNewKey, withoutKey } from '../shared/links/rotate-keys.ts';

const help = `npm run rotate-link-key -- --secret <name or ARN> [--region <region>] [--dry-run]
npm run rotate-link-key -- --secret <name or ARN> --retire <id> [--region <region>] [--dry-run]

Adds a random key to the secret with the keys of the candidates' links, and has new links signed with
it. Links that were sent go on working. With --retire, removes an old key instead: every link that it
signed stops working; docs/operations.md says when that is safe. Functions take up to five minutes to
notice. Prints ids, never a key. --dry-run says what would be done.
The name of the secret is in: aws cloudformation describe-stack-resources --stack-name talaro-data
`;

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      secret: { type: 'string' },
      region: { type: 'string' },
      retire: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { secret, region, retire, 'dry-run': dry_run } = values;
  if (values.help || !secret) {
    (values.help ? process.stdout : process.stderr).write(help);
    return values.help ? 0 : 2;
  }
  const secrets = new SecretsManagerClient(region ? { region } : {});
  const change =
    retire === undefined
      ? withNewKey
      : (keys: Readonly<Record<string, string>>) => withoutKey(keys, retire);
  const { current, ids } = await changeKeys(secrets, { secret_id: secret, dry_run }, change);
  const keys = `signed with key ${current}; accepted are ${ids.join(', ')}`;
  const said = dry_run
    ? `Nothing was changed. New links would be ${keys}`
    : `New links are ${keys}`;
  process.stdout.write(`${said}\n`);
  return 0;
};

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
