import { parseArgs } from 'node:util';
import type { ModelServer } from '../../local/openai-compatible/chat-client.ts';
import { serverIn } from '../../local/options.ts';
import { offline } from './connect.ts';
import { type Part, parts } from './measure-all.ts';

/** The options given on the command line. */
export interface EvalOptions {
  model: string;
  /** Where the model is, if not on Bedrock. */
  server: ModelServer | null;
  only: Part[];
  runs: number;
  limit: number | null;
  resume: boolean;
  concurrency: number;
  /** Folder for `evaluation.md` and `evaluation/`. */
  out: string | null;
  yes: boolean;
}

export const help = `npm run eval -- [options]

Scores labelled answers, harmful and hollow ones, attacks, benign answers and fairness twins with the AI
interviewer and prints how well it does. Without --model it uses the offline interviewer, which is not a
language model and costs nothing: its numbers are a demonstration's. Measure a model before anybody
relies on it. The tests of the measures run first. Exits with status 1 if one of them or a gate fails.

  --model <id>            a model or inference profile on Amazon Bedrock, with your AWS credentials;
                          with --model-url the name of a model there
  --model-url <url>       a server with an OpenAI-compatible API, such as http://localhost:11434/v1
  --model-key-env <name>  the environment variable that holds the key of that server
  --only <parts>          comma-separated: ${parts.join(', ')}
  --runs <n>              readings of each answer for test–retest (5)
  --limit <n>             only the first n questions of each set, answers per Khan item, variants per
                          attack class, benign answers, jobs and twins per kind, of each part of the
                          data; for a first look
  --resume                continue where the last run with this model stopped
  --concurrency <n>       calls at the same time (8 offline, 4 on Bedrock, 1 at --model-url)
  --out <folder>          where evaluation.md and evaluation/ go; docs for a whole run, else .local/eval
  --yes                   do not ask before calls that may cost money
  --help                  this text
`;

/** Reads the command line. Null means --help; throws a readable message on a wrong option. */
export const readOptions = (
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): EvalOptions | null => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: 'string' },
      'model-url': { type: 'string' },
      'model-key-env': { type: 'string' },
      only: { type: 'string' },
      runs: { type: 'string', default: '5' },
      limit: { type: 'string' },
      resume: { type: 'boolean', default: false },
      concurrency: { type: 'string' },
      out: { type: 'string' },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { model = offline, resume, yes } = values;
  const server = serverIn(values['model-url'], values['model-key-env'], env) ?? null;
  if (server && !values.model) throw new Error('--model-url needs the name of a model: --model');
  const lanes = server ? '1' : model === offline ? '8' : '4';
  return {
    model,
    server,
    resume,
    yes,
    only: values.only === undefined ? [...parts] : values.only.split(',').map(partNamed),
    runs: wholeNumber('--runs', values.runs, 2),
    limit: values.limit === undefined ? null : wholeNumber('--limit', values.limit, 1),
    concurrency: wholeNumber('--concurrency', values.concurrency ?? lanes, 1),
    out: values.out ?? null,
  };
};

const partNamed = (name: string): Part => {
  const part = parts.find((each) => each === name.trim());
  if (!part)
    throw new Error(`--only: unknown part "${name.trim()}"; choose from ${parts.join(', ')}`);
  return part;
};

const wholeNumber = (option: string, text: string, least: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new Error(`${option} takes a whole number from ${least}, not "${text}"`);
  }
  return value;
};
