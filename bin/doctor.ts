import { inAws } from '../doctor/aws.ts';
import { price } from '../doctor/checks/model-and-voice.ts';
import { report } from '../doctor/run.ts';
import { openSite } from '../doctor/site.ts';
import { run } from './command.ts';
import { help, readOptions } from './doctor-options.ts';
import { readPassword } from './password.ts';

const watchedBy = async (name: string | undefined, region: string | undefined) => {
  if (!name) return null;
  const { CloudWatchClient } = await import('@aws-sdk/client-cloudwatch');
  const client = new CloudWatchClient({
    ...(region && { region }),
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 10_000 },
  });
  return { client, name, now: Date.now };
};

const main = async (): Promise<number> => {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    console.log(help);
    return 0;
  }
  const { url, email, stack, region, timeout, json } = options;
  const password = email && (await readPassword(email, process.env));
  if (password) console.error(price);
  const site = openSite({ url, timeout });
  const given = {
    site,
    credentials: email && password ? { email, password } : null,
    inAws: inAws(await watchedBy(stack, region), site.isLocal),
    now: new Date(),
  };
  return (await report(given, json, console.log)) ? 0 : 1;
};

await run('doctor', main);
