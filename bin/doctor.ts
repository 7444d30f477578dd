import { price } from '../doctor/checks/model-and-voice.ts';
import { examine } from '../doctor/doctor.ts';
import type { Finding } from '../doctor/finding.ts';
import { isWell, lineOf, summary } from '../doctor/report.ts';
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
  const findings: Finding[] = [];
  for await (const finding of examine({
    site: openSite({ url, timeout }),
    credentials: email && password ? { email, password } : null,
    watched: await watchedBy(stack, region),
    now: new Date(),
  })) {
    findings.push(finding);
    if (!json) console.log(lineOf(finding));
  }
  const well = isWell(findings);
  console.log(
    json ? JSON.stringify({ url: url.origin, well, findings }, null, 2) : summary(findings),
  );
  return well ? 0 : 1;
};

await run('doctor', main);
