import { parseArgs } from 'node:util';
import { defaults } from '../shared/domain/defaults.ts';
import { type Replaceable, replaceable } from './environment.ts';
import type { ModelServer } from './openai-compatible/chat-client.ts';
import { settingsIn, UsageError } from './setting-options.ts';

export const help = `Usage: npm start -- [options]

Runs the whole of Talaro on this machine: API, candidate's page, and stand-ins for the AWS services.

  --port N               port of API and pages                             (8000)
  --data FOLDER          where everything is stored across restarts        (.local)
  --aws                  real Bedrock and Polly, with your AWS credentials and region;
                         this costs money, about one US cent per interview
  --model-url URL        a model of your own: any server with an OpenAI-compatible API, such as
                         Ollama (http://localhost:11434/v1), llama.cpp, LM Studio or vLLM; needs
                         --model, and a context of 16,000 tokens or more on the server
  --model-key-env NAME   the environment variable that holds the key of that server
  --model ID             the model for questions and scores: its name at --model-url, or with --aws
                         its id on Bedrock                (${defaults.model})
  --endpoint NAME=URL    use this endpoint instead of the embedded service; may be repeated.
                         NAME is ${replaceable.join(', ')}; for example, for
                         DynamoDB Local: --endpoint dynamodb=http://localhost:8001
  --seal-after-hours N   after how many hours an interview is sealed whose link has expired (24)
  --retention-days N     after how many days interviews are erased         (never)
  --next-step TEXT       what the candidate's last page says happens next
  --cors-origins LIST    whose pages may call the API, such as https://ats.example.com, separated
                         by commas
  --employer NAME        the employer on the candidate's page              (Example Clinics)
  --contact ADDRESS      whom candidates can ask                           (jobs@example.com)
  --privacy-url URL      the employer's privacy notice, linked from the notice on the use of AI
  --verbose              show the functions' logs
  --help                 this text

A program of yours logs in as a machine client: FOLDER/machine-client.json, which only you can read,
is the body of its POST to /api/auth/token/.

Stop it with Ctrl-C. Delete the data folder to start over.`;

/** The options of `npm start`. The environment is read for the key of a model's server. */
export const readOptions = (args: readonly string[], env: NodeJS.ProcessEnv) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8000' },
      data: { type: 'string', default: '.local' },
      aws: { type: 'boolean', default: false },
      model: { type: 'string' },
      'model-url': { type: 'string' },
      'model-key-env': { type: 'string' },
      endpoint: { type: 'string', multiple: true, default: [] },
      'seal-after-hours': { type: 'string' },
      'retention-days': { type: 'string' },
      'next-step': { type: 'string' },
      'cors-origins': { type: 'string' },
      employer: { type: 'string', default: 'Example Clinics' },
      contact: { type: 'string', default: 'jobs@example.com' },
      'privacy-url': { type: 'string' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { aws, model, 'model-url': url, 'model-key-env': variable, ...rest } = values;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not ${values.port}`);
  }
  const endpoints = Object.fromEntries(values.endpoint.map(endpointIn));
  if (url !== undefined && (aws || endpoints.bedrock)) {
    throw new UsageError(
      '--model-url takes the place of Bedrock: leave out --aws, --endpoint bedrock=',
    );
  }
  if (url !== undefined && !model) {
    throw new UsageError('--model-url needs the name of a model there, such as --model qwen3:8b');
  }
  if (model && url === undefined && !aws && !endpoints.bedrock) {
    throw new UsageError(
      '--model is of no use to the offline interviewer: add --model-url URL, or --aws for Bedrock',
    );
  }
  const server = serverIn(url, variable, env);
  const settings = settingsIn(rest);
  return {
    ...rest,
    ...settings,
    aws,
    port,
    endpoints,
    ...(model && { model }),
    ...(server && { server }),
  };
};

type LocalOptions = ReturnType<typeof readOptions>;

/** The server at --model-url, with the key that --model-key-env names. */
export const serverIn = (
  url: string | undefined,
  variable: string | undefined,
  env: NodeJS.ProcessEnv,
): ModelServer | undefined => {
  if (url !== undefined) return { url: checked(url), key: keyIn(env, variable) };
  if (variable === undefined) return undefined;
  throw new UsageError('--model-key-env belongs to --model-url, which is missing');
};

const endpointIn = (given: string): [Replaceable, string] => {
  const [name, ...rest] = given.split('=');
  const service = replaceable.find((known) => known === name);
  const url = rest.join('=');
  if (service && URL.canParse(url)) return [service, url];
  throw new UsageError(
    `--endpoint takes NAME=URL with NAME one of ${replaceable.join(', ')}, not ${given}`,
  );
};

/** A plain address: with a password or key in it, it could not be shown. */
const checked = (given: string): string => {
  const { protocol, username, password, search, hash, href } = URL.parse(given) ?? {};
  const isPlain = /^https?:$/.test(protocol ?? '') && !username && !password && !search && !hash;
  if (href && isPlain) return href.replace(/\/+$/, '');
  throw new UsageError(
    '--model-url takes an address such as http://localhost:11434/v1, without password or query',
  );
};

/** The key in a variable. The name is not repeated, since the key itself may have been given for it. */
const keyIn = (env: NodeJS.ProcessEnv, variable: string | undefined): ModelServer['key'] => {
  if (variable === undefined) return undefined;
  const key = env[variable]?.trim();
  if (key) return key;
  throw new UsageError(
    '--model-key-env takes the name of a variable that holds a key; it is not set',
  );
};

/** Who asks and reads, for the banner. */
export const interviewerWords = ({ aws, endpoints, server, model }: LocalOptions): string => {
  if (server) return `${model} at ${server.url}`;
  const { origin, pathname } = URL.parse(endpoints.bedrock ?? '') ?? {};
  const where = origin ? ` at ${origin}${pathname}` : '';
  if (aws || where) return `Bedrock${where}, ${model ?? defaults.model}`;
  return 'offline: a demonstration without a language model (--model-url or --aws for one)';
};
