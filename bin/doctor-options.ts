import { isLocal } from '../doctor/site.ts';
import { readArguments, UsageError } from './command.ts';

export const help = `Usage: npm run doctor -- --url https://… [options]

Checks a deployment of Talaro as a stranger would, and says in sentences what is wrong with it: whether
it is reachable, whether every admin route asks for a login, headers, page, clock. It creates nothing.

  --url ADDRESS     the output Url of the deployment, or http://localhost:8000 for npm start

With a login, whether the model writes and the voice speaks. This costs less than a US cent; the kit
that it makes is archived again.
  --email ADDRESS   of a recruiter or admin; the password is read from the environment variable
                    TALARO_PASSWORD, or asked for

With AWS credentials that may read CloudWatch, alarms and waiting evaluations.
  --stack NAME      the setting "name" of the deployment, talaro unless it was set
  --region REGION   its region, if it is not that of your AWS profile

  --timeout SECONDS how long an answer may take                              (10)
  --json            print the findings as JSON
  --help            this text

Exits with 0 if all that was checked is well, 1 if something is wrong, 2 for wrong usage.`;

const addressIn = (given: string | undefined): URL => {
  const url = URL.parse(given ?? '');
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError(
    '--url takes the address of a deployment, such as https://talaro.example.com',
  );
};

const secondsIn = (given: string): number => {
  const seconds = Number(given);
  if (seconds > 0 && seconds <= 600) return seconds;
  throw new UsageError(`--timeout takes seconds up to 600, not ${given}`);
};

/** The options of the doctor; null if it is asked for help. @throws UsageError */
export const readOptions = (args: readonly string[]) => {
  const { values } = readArguments({
    args: [...args],
    options: {
      url: { type: 'string' },
      email: { type: 'string' },
      stack: { type: 'string' },
      region: { type: 'string' },
      timeout: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { help: asksForHelp, url, timeout, ...rest } = values;
  if (asksForHelp) return null;
  if (rest.region && !rest.stack) throw new UsageError('--region belongs to --stack');
  const address = addressIn(url);
  if (rest.email && address.protocol === 'http:' && !isLocal(address)) {
    throw new UsageError('--email takes an address with https: the password would cross in clear');
  }
  return { ...rest, url: address, timeout: secondsIn(timeout) * 1000 };
};
