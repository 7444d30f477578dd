import { ConverseCommand, type ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import type { Deadline } from '../domain/deadline.ts';
import { isoUtc } from '../domain/plain-text.ts';
import type { Provenance } from '../domain/provenance.ts';
import { better, type Checked, checkReply, type Fallback, unusable } from './check-reply.ts';
import { failureOfStop, isWorthRetrying, translateError } from './failures.ts';
import { type Interviewer, InterviewerError } from './interviewer.ts';
import type { DescribedModels } from './models.ts';
import { type Blocks, fence } from './prompt.ts';
import { evaluatorOf, guardrailSawSomething, readReply } from './reply.ts';
import { buildRequest, type Guardrail, repairRequest } from './request.ts';
import type { Task } from './task.ts';

/** The part of a Bedrock client that the interviewer needs; create it with `maxAttempts: 2`. */
export interface ConverseClient {
  send(
    command: ConverseCommand,
    options?: { abortSignal?: AbortSignal },
  ): Promise<ConverseCommandOutput>;
}

/** A request to a model: a task, its material, and the check its output has to pass. */
interface Inquiry<Output, Result> {
  task: Task<Output>;
  blocks: Blocks;
  check: (output: Output, made: { offline: boolean }) => Checked<Result>;
}

export interface Asked<Result> {
  result: Result;
  provenance: Provenance;
  /** Whether a guardrail that only detects, without blocking, detected something. */
  guardrail_saw: boolean;
}

/** The model to call, the client to call it through, and the maximum number of calls. */
export interface Asker {
  bedrock: ConverseClient;
  model_id: string;
  guardrail?: Guardrail | undefined;
  /** Models that the deployment describes. */
  described?: DescribedModels | undefined;
  /** The maximum number of calls, repair and retry included; 2 by default. */
  calls?: number;
  wasted?: Interviewer['wasted'] | undefined;
}

/**
 * Calls a model and checks its output. An output with problems is sent back once; if problems remain,
 * the check's fallback is the result, and without a fallback the call fails.
 *
 * @throws InterviewerError whenever there is no usable result. Its cause is an SDK error, or its facts
 * have the codes of the problems; neither has any content.
 */
export const ask = async <Output, Result>(
  { bedrock, model_id, guardrail, described, calls = 2, wasted }: Asker,
  { task, blocks, check }: Inquiry<Output, Result>,
  deadline: Deadline,
): Promise<Asked<Result>> => {
  const signal = signalOf(deadline);
  const usage = { input_tokens: 0, output_tokens: 0 };
  let left = calls;
  let evaluator: Provenance['evaluator'] = 'bedrock';
  let guardrail_saw = false;
  let fallback: Fallback<Result> | undefined;
  let request = buildRequest(task, model_id, fence(blocks), guardrail, described);

  const send = async (): Promise<ConverseCommandOutput> => {
    left -= 1;
    try {
      return await abortable(
        bedrock.send(new ConverseCommand(request), { abortSignal: signal }),
        signal,
      );
    } catch (error) {
      if (signal.aborted) throw new InterviewerError('timeout', { cause: error });
      if (left > 0 && isWorthRetrying(error)) return send();
      throw translateError(error);
    }
  };
  const provenance = (): Provenance => ({
    evaluator,
    // Whoever answers offline is not the model that was asked for.
    model_id: evaluator === 'offline' ? 'offline' : model_id,
    prompt_version: task.version,
    prompt_hash: task.hash,
    ...usage,
    made_at: isoUtc(Date.now()),
  });
  const made = (result: Result): Asked<Result> => ({
    result,
    guardrail_saw,
    provenance: provenance(),
  });

  try {
    for (;;) {
      const response = await send();
      usage.input_tokens += tokens(response.usage?.inputTokens);
      usage.output_tokens += tokens(response.usage?.outputTokens);
      evaluator = evaluatorOf(response);
      guardrail_saw ||= guardrailSawSomething(response);
      const failure = failureOfStop(response.stopReason);
      if (failure) throw new InterviewerError(failure, { evaluator });

      const reply = readReply(task, response);
      if (reply.text.includes(task.canary)) throw unusable(['prompt_leaked']);
      const offline = evaluator === 'offline';
      const checked = checkReply(task, reply.value, (output) => check(output, { offline }));
      if (!checked.problems) return made(checked.result);
      fallback = better(checked.fallback, fallback);
      if (left === 0) {
        if (fallback) return made(fallback.result);
        throw unusable(checked.problems.map(({ code }) => code));
      }
      const messages = checked.problems.map(({ message }) => message);
      request = repairRequest(request, reply.text, messages);
    }
  } catch (error) {
    if (usage.input_tokens + usage.output_tokens > 0) await wasted?.(provenance());
    throw error;
  }
};

const tokens = (count: number | undefined): number =>
  count !== undefined && Number.isSafeInteger(count) && count > 0 ? count : 0;

const signalOf = ({ at }: Deadline): AbortSignal => {
  const left = at - Date.now();
  if (!(left > 0)) throw new InterviewerError('timeout');
  return AbortSignal.timeout(Math.min(Math.ceil(left), 2 ** 31 - 1));
};

/** Ends with the signal even if the client does not, for example while it waits for credentials. */
const abortable = <Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
