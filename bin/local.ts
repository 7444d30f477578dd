import { relative, resolve } from 'node:path';
import { administrator } from '../local/administrator.ts';
import { DataFolderError } from '../local/dynamodb/level.ts';
import { ensureMachineClient } from '../local/machine-client.ts';
import { requireModel } from '../local/openai-compatible/openai-compatible.ts';
import { help, interviewerWords, readOptions } from '../local/options.ts';
import type { Mail } from '../local/outbox.ts';
import { UsageError } from '../local/setting-options.ts';
import { startStack } from '../local/stack.ts';
import { openInterviewNow } from '../local/welcome.ts';
import { ServiceError } from '../local/wire/service-error.ts';
import { ConfigurationError } from '../shared/domain/errors.ts';
import { unpricedWarning } from '../shared/domain/prices.ts';
import { buildWebApart } from '../web/build-apart.ts';

const explain = (error: unknown, port: number): string => {
  const plain = [DataFolderError, UsageError, ConfigurationError, ServiceError];
  if (error instanceof Error && plain.some((kind) => error instanceof kind)) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use; stop that program, or choose another: npm start -- --port ${port + 1}`;
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return 'The disk with the data folder is full; nothing that was saved is lost. Make room, then start again';
  }
  if (code === 'EACCES') return `Port ${port} is not permitted; choose one above 1023 with --port`;
  if (code.startsWith('ERR_PARSE_ARGS') && error instanceof Error) {
    return `${error.message}. See npm start -- --help`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

let stopping = false;

const main = async () => {
  const options = readOptions(process.argv.slice(2), process.env);
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
  if (options.server && options.model) {
    console.log(`Waiting for ${interviewerWords(options)} …`);
    await requireModel(options.server, options.model);
  }
  console.log('Building the pages and starting …');
  const onMail = ({ kind, to }: Mail, file: string | null) =>
    console.log(`${kind === 'code' ? 'Code' : 'Invitation'} for ${to}: ${file}`);
  const stack = await startStack({ ...options, folder, web, onMail });
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
  const { employer: employer_name, contact: contact_email, privacyUrl: privacy_url } = options;
  await buildWebApart(
    web,
    { employer_name, contact_email, ...(privacy_url && { privacy_url }) },
    { retention_days: options.retentionDays },
  );
  const machine = relative('', await ensureMachineClient(stack.cognito, folder));
  const open = await openInterviewNow(stack.url, folder);
  const link =
    open?.public_interview_url ??
    (open ? 'none: the interviewer wrote no questions; to see why, start with --verbose' : null);
  console.log(`
Talaro is running.

  Candidate's page   ${link ?? `create a link first: ${stack.url}/console/`}
  Console            ${stack.url}/console/      log in with ${administrator.email} / ${administrator.password}
  API                ${stack.url}/api/          described in ${stack.url}/docs/
  Machine client     id and secret in ${machine}; to get a token:
                     curl -H 'content-type: application/json' -d '@${machine}' ${stack.url}/api/auth/token/
  Interview open now ${open?.interview_id ?? '(log in with your own password and create one)'}
  Interviewer        ${interviewerWords(options)}
  Data               ${folder}

Create another link: in the console, or node examples/quick-link.mjs --base-url ${stack.url}
Stop with Ctrl-C.`);
};

await main().catch((error) => {
  // Stopped during the start: errors of the interrupted start are of no interest.
  if (stopping) return;
  const asked = process.argv.indexOf('--port');
  console.error(explain(error, Number(process.argv[asked + 1]) || 8000));
  process.exit(1);
});
