import { join } from 'node:path';
import { longestReply } from '../../local/openai-compatible/chat-client.ts';
import { costOf, pricesReadOn } from '../../shared/domain/prices.ts';
import type { Provenance } from '../../shared/domain/provenance.ts';
import { assessAnswerTask } from '../../shared/interviewer/prompts/assess-answer.ts';
import { deriveCompetenciesTask } from '../../shared/interviewer/prompts/derive-competencies.ts';
import { writeLeadInsTask } from '../../shared/interviewer/prompts/write-lead-ins.ts';
import { writeQuestionsTask } from '../../shared/interviewer/prompts/write-questions.ts';
import { createAsker, type Usage } from './asking/asker.ts';
import { createRehearsal, type Estimate } from './asking/rehearsal.ts';
import { openRunState } from './asking/run-state.ts';
import { connect, offline } from './connect.ts';
import { readCorpora } from './corpora/corpora.ts';
import { type Gate, gatesOf } from './gates.ts';
import { type Measured, measureAll, parts } from './measure-all.ts';
import type { EvalOptions } from './options.ts';
import { fileName } from './report/format.ts';

/** One evaluation as stored in results.json. */
export interface Evaluation {
  /** Day of the run, as yyyy-mm-dd. */
  made_on: string;
  model: string;
  /** `offline` means that no language model was called. */
  evaluator: Provenance['evaluator'];
  prompt: { version: string; hash: string };
  runs: number;
  /** Whether all parts were run on all data. */
  whole: boolean;
  usage: Usage;
  cost: { dollars: number; prices_read_on: string };
  gates: Gate[];
  measured: Measured;
}

/** The callbacks of a run. */
export interface RunEvents {
  /** Before the first call; false stops the run. */
  onEstimate(estimate: Estimate, dollars: number): Promise<boolean>;
  onAnswer(): void;
}

/** Runs an evaluation: rehearses to estimate the cost, asks, measures, and checks the gates. */
export const evaluate = async (
  options: EvalOptions,
  events: RunEvents,
  stateFolder: string,
): Promise<Evaluation | null> => {
  const { model, server, only, runs, limit, resume, concurrency } = options;
  const corpora = await readCorpora(limit ?? undefined);
  const { ask: rehearse, estimate } = createRehearsal();
  await measureAll(rehearse, corpora, { only, runs });
  if (!(await events.onEstimate(estimate, dollarsFor(options, estimate)))) return null;

  const { version, hash } = assessAnswerTask;
  const others = [deriveCompetenciesTask, writeQuestionsTask, writeLeadInsTask];
  const state = await openRunState(join(stateFolder, `${fileName(model)}.jsonl`), {
    resume,
    stamp: [model, server?.url ?? '', hash, ...others.map((task) => task.hash)].join(' '),
  });
  try {
    const connection = await connect(model, server);
    const { onAnswer } = events;
    const patience = server ? longestReply : undefined;
    const { ask, usage } = createAsker(connection.interviewer, {
      state,
      concurrency,
      onAnswer,
      ...(patience && { patience }),
    });
    const measured = await measureAll(ask, corpora, { only, runs }).finally(connection.close);
    const evaluator = evaluatorOf(options);
    return {
      made_on: new Date().toISOString().slice(0, 10),
      model,
      evaluator,
      prompt: { version, hash },
      runs,
      whole: limit === null && only.length === parts.length,
      usage,
      cost: { dollars: dollarsFor(options, usage), prices_read_on: pricesReadOn },
      gates: gatesOf(evaluator, measured),
      measured,
    };
  } finally {
    await state.close();
  }
};

const evaluatorOf = ({ model, server }: EvalOptions): Provenance['evaluator'] => {
  if (server) return 'openai-compatible';
  return model === offline ? 'offline' : 'bedrock';
};

/** Dollars at list prices; nothing for what runs on a server of one's own. */
const dollarsFor = (
  options: EvalOptions,
  used: Pick<Usage, 'input_tokens' | 'output_tokens'>,
): number => (evaluatorOf(options) === 'bedrock' ? costOf(options.model, used) : 0);
