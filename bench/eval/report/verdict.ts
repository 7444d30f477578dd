import type { Evaluation } from '../evaluate.ts';
import { modelGates } from '../gates.ts';
import { boundOf, inUnit } from './format.ts';

type Judged = Pick<Evaluation, 'evaluator' | 'model' | 'gates' | 'whole'>;

/** The first line of a report: a model that does not reach the gates is named here. */
export const headline = ({ evaluator, model, gates, whole }: Judged): string => {
  if (evaluator === 'offline') return 'Evaluation of the AI interviewer';
  const broken = gates
    .filter(({ holds }) => !holds)
    .map((gate) => `${gate.name} ${inUnit(gate.value, gate.unit)} (${boundOf(gate)})`);
  if (broken.length > 0) return `${model} does not pass: ${broken.join('; ')}`;
  return whole ? `${model} passes every gate` : `${model} was measured only in part`;
};

const wanted = modelGates.map((gate) => `${gate.name} ${boundOf(gate)}`).join('; ');

/** What the numbers stand for; the first paragraph of a report. */
export const meaning = ({ evaluator, model }: Judged): string =>
  evaluator === 'offline'
    ? `**These are a demonstration’s numbers. The offline interviewer compares words; it is no language model, and its numbers say nothing about one. Before anybody relies on a model, it has to be measured with ${'`npm run eval -- --model <id>`'} (Amazon Bedrock) or ${'`npm run eval -- --model-url <url> --model <name>`'} (a server of your own), and should reach, on the test parts: ${wanted}.**`
    : `These are numbers of the model ${'`'}${model}${'`'}. It should reach, on the test parts: ${wanted}. Another model, or another version of the prompt, needs its own run.`;
