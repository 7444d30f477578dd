import { parseArgs } from 'node:util';
import { offline } from './connect.ts';
import { type Part, parts } from './measure-all.ts';

/** The options given on the command line. */
export interface EvalOptions {
  model: string;
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

Scores labelled answers, attacks, benign answers and fairness twins with the AI interviewer and prints
how well it does. Without --model it uses the offline interviewer, which is not a language model and
costs nothing. The tests of the measures run first. Exits with status 1 if one of them or a gate fails.

  --model <id>        a model or inference profile on Amazon Bedrock, with your AWS credentials
  --only <parts>      comma-separated: ${parts.join(', ')}
  --runs <n>          readings of each answer for test–retest (5)
  --limit <n>         only the first n questions, answers per Khan item, variants per attack class,
                      benign answers and twins per kind; for a first look
  --resume            continue where the last run with this model stopped
  --concurrency <n>   calls at the same time (8 offline, 4 on Bedrock)
  --out <folder>      where evaluation.md and evaluation/ go; docs for a whole run, else .local/eval
  --yes               do not ask before calls that cost money
  --help              this text
`;

/** Reads the command line. Null means --help; throws a readable message on a wrong option. */
export const readOptions = (args: readonly string[]): EvalOptions | null => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: 'string', default: offline },
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
  const { model, resume, yes } = values;
  return {
    model,
    resume,
    yes,
    only: values.only === undefined ? [...parts] : values.only.split(',').map(partNamed),
    runs: wholeNumber('--runs', values.runs, 2),
    limit: values.limit === undefined ? null : wholeNumber('--limit', values.limit, 1),
    concurrency: wholeNumber(
      '--concurrency',
      values.concurrency ?? (model === offline ? '8' : '4'),
      1,
    ),
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
