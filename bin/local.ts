import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { administrator } from '../local/administrator.ts';
import { DataFolderError } from '../local/dynamodb/level.ts';
import { type Replaceable, replaceable } from '../local/environment.ts';
import { startStack } from '../local/stack.ts';
import { openInterviewNow } from '../local/welcome.ts';
import { defaults } from '../shared/domain/defaults.ts';
import { ConfigurationError } from '../shared/domain/errors.ts';
import { unpricedWarning } from '../shared/domain/prices.ts';
import { buildWebApart } from '../web/build-apart.ts';

const help = `Usage: npm start -- [options]

Runs the whole of Talaro on this machine: API, candidate's page, and stand-ins for the AWS services.

  --port N               port of API and pages                             (8000)
  --data FOLDER          where everything is stored across restarts        (.local)
  --aws                  real Bedrock and Polly, with your AWS credentials and region;
                         this costs money, about one US cent per interview
  --model ID             Bedrock model for questions and scores            (${defaults.model})
  --endpoint NAME=URL    use this endpoint instead of the embedded service; may be repeated.
                         NAME is ${replaceable.join(', ')}; for example, for
                         DynamoDB Local: --endpoint dynamodb=http://localhost:8001
  --employer NAME        the employer on the candidate's page              (Example Clinics)
  --contact ADDRESS      whom candidates can ask                           (jobs@example.com)
  --verbose              show the functions' logs
  --help                 this text

Stop it with Ctrl-C. Delete the data folder to start over.`;

class UsageError extends Error {}

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8000' },
      data: { type: 'string', default: '.local' },
      aws: { type: 'boolean', default: false },
      model: { type: 'string' },
      endpoint: { type: 'string', multiple: true, default: [] },
      employer: { type: 'string', default: 'Example Clinics' },
      contact: { type: 'string', default: 'jobs@example.com' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not ${values.port}`);
  }
  const endpoints: Partial<Record<Replaceable, string>> = {};
  for (const given of values.endpoint) {
    const [name, ...rest] = given.split('=');
    const service = replaceable.find((known) => known === name);
    const url = rest.join('=');
    if (!service || !URL.canParse(url)) {
      throw new UsageError(
        `--endpoint takes NAME=URL with NAME one of ${replaceable.join(', ')}, not ${given}`,
      );
    }
    endpoints[service] = url;
  }
  return { ...values, port, endpoints };
};

const explain = (error: unknown, port: number): string => {
  const plain = [DataFolderError, UsageError, ConfigurationError];
  if (error instanceof Error && plain.some((kind) => error instanceof kind)) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use; stop that program, or choose another: npm start -- --port ${port + 1}`;
  }
  if (code === 'EACCES') return `Port ${port} is not permitted; choose one above 1023 with --port`;
  if (code.startsWith('ERR_PARSE_ARGS') && error instanceof Error) {
    return `${error.message}. See npm start -- --help`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

let stopping = false;

const main = async () => {
  const options = readOptions();
  if (options.help) {
    console.log(help);
    return;
  }
  // Read by the logger when the functions are loaded.
  process.env.LOG_LEVEL ??= options.verbose ? 'INFO' : 'CRITICAL';
  const onBedrock = options.aws || options.endpoints.bedrock !== undefined;
  const warning = onBedrock && options.model ? unpricedWarning([options.model]) : null;
  if (warning) console.warn(warning);
  const folder = resolve(options.data);
  const web = resolve(folder, 'web');
  console.log('Building the pages and starting …');
  const stack = await startStack({
    folder,
    web,
    port: options.port,
    aws: options.aws,
    endpoints: options.endpoints,
    ...(options.model && { model: options.model }),
  });
  const stop = async () => {
    stopping = true;
    // A second Ctrl-C exits at once; what was acknowledged is on disk either way.
    process.once('SIGINT', () => process.exit(130));
    console.log('\nStopping …');
    await stack.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  await buildWebApart(web, { employer_name: options.employer, contact_email: options.contact });
  const open = await openInterviewNow(stack.url, folder);
  const interviewer = options.aws
    ? `Bedrock, ${options.model ?? defaults.model}`
    : 'offline: plain text analysis, no language model (use --aws for Bedrock)';
  console.log(`
Talaro is running.

  Candidate's page   ${open?.public_interview_url ?? `create a link first: ${stack.url}/api/schema/`}
  API                ${stack.url}/api/          described in ${stack.url}/api/schema/
  Login              ${administrator.email} / ${administrator.password}
  Interview open now ${open?.interview_id ?? '(log in with your own password and create one)'}
  Interviewer        ${interviewer}
  Data               ${folder}

Create another link: node examples/quick-link.mjs --base-url ${stack.url}
Stop with Ctrl-C.`);
};

await main().catch((error) => {
  // Stopped during the start: errors of the interrupted start are of no interest.
  if (stopping) return;
  const asked = process.argv.indexOf('--port');
  console.error(explain(error, Number(process.argv[asked + 1]) || 8000));
  process.exit(1);
});
