import { join } from 'node:path';
import { costOf, priceOf, pricesReadOn } from '../../shared/domain/prices.ts';
import { assessAnswerTask } from '../../shared/interviewer/prompts/assess-answer.ts';
import { deriveCompetenciesTask } from '../../shared/interviewer/prompts/derive-competencies.ts';
import { writeQuestionsTask } from '../../shared/interviewer/prompts/write-questions.ts';
import { createAsker, type Usage } from './asking/asker.ts';
import { createRehearsal, type Estimate } from './asking/rehearsal.ts';
import { openRunState } from './asking/run-state.ts';
import { connect, offline } from './connect.ts';
import { readCorpora } from './corpora/corpora.ts';
import { type Gate, gatesOf } from './gates.ts';
import { type Measured, measureAll, parts } from './measure-all.ts';
import type { EvalOptions } from './options.ts';

/** One evaluation as stored in results.json. */
export interface Evaluation {
  /** Day of the run, as yyyy-mm-dd. */
  made_on: string;
  model: string;
  /** `offline` means that no language model was called. */
  evaluator: 'offline' | 'bedrock';
  prompt: { version: string; hash: string };
  runs: number;
  /** Whether all parts were run on all data. */
  whole: boolean;
  usage: Usage;
  cost: { dollars: number | null; prices_read_on: string };
  gates: Gate[];
  measured: Measured;
}

/** The callbacks of a run. */
export interface RunEvents {
  /** Before the first call; false stops the run. */
  onEstimate(estimate: Estimate, dollars: number | null): Promise<boolean>;
  onAnswer(): void;
}

/** Runs an evaluation: rehearses to estimate the cost, asks, measures, and checks the gates. */
export const evaluate = async (
  { model, only, runs, limit, resume, concurrency }: EvalOptions,
  events: RunEvents,
  stateFolder: string,
): Promise<Evaluation | null> => {
  const corpora = await readCorpora(limit ?? undefined);
  const { ask: rehearse, estimate } = createRehearsal();
  await measureAll(rehearse, corpora, { only, runs });
  if (!(await events.onEstimate(estimate, dollarsFor(model, estimate)))) return null;

  const { version, hash } = assessAnswerTask;
  const stateFile = join(stateFolder, `${model.replace(/[^\w.-]+/g, '_')}.jsonl`);
  const state = await openRunState(stateFile, {
    resume,
    stamp: [model, hash, deriveCompetenciesTask.hash, writeQuestionsTask.hash].join(' '),
  });
  const connection = await connect(model);
  try {
    const { onAnswer } = events;
    const { ask, usage } = createAsker(connection.interviewer, { state, concurrency, onAnswer });
    const measured = await measureAll(ask, corpora, { only, runs });
    return {
      made_on: new Date().toISOString().slice(0, 10),
      model,
      evaluator: model === offline ? 'offline' : 'bedrock',
      prompt: { version, hash },
      runs,
      whole: limit === null && only.length === parts.length,
      usage,
      cost: { dollars: dollarsFor(model, usage), prices_read_on: pricesReadOn },
      gates: gatesOf(measured),
      measured,
    };
  } finally {
    await connection.close();
    await state.close();
  }
};

/** Dollars at list prices: zero offline, null for a model that is not in the price list. */
const dollarsFor = (model: string, used: Pick<Usage, 'input_tokens' | 'output_tokens'>) =>
  model === offline ? 0 : priceOf(model) && costOf(model, used);
