import { setTimeout } from 'node:timers/promises';
import type { TaskName } from '../../shared/interviewer/task.ts';
import type { Converse } from '../converse/request.ts';
import { converseServer, type Reply } from '../converse/server.ts';
import { InjectedFault } from '../wire/fault.ts';
import { ServiceError } from '../wire/service-error.ts';
import { type BedrockFault, errorOf, spoil } from './faults.ts';
import { answerOffline } from './offline.ts';
import { type Answered, replyWith } from './reply.ts';
import { readBlocks, readTask } from './request.ts';

/** For one task or all, for so many calls or until it is taken off. */
interface FaultFilter {
  task?: TaskName;
  times?: number;
}

export interface Bedrock {
  endpoint: string;
  /** Turns a fault on in place of all others; null turns all off. */
  setFault(fault: BedrockFault | null, filter?: FaultFilter): void;
  /** How long each call takes from now on. */
  setLatency(milliseconds: number): void;
  /** The calls so far, in order, spoiled ones too. No content. */
  calls: { task: TaskName }[];
  close(): Promise<void>;
}

/**
 * Stands in for Amazon Bedrock: Converse for the tasks of the AI interviewer, answered without a model
 * and marked `evaluator: offline`. Told to, it fails as the real service and models do.
 */
export const startBedrock = async (): Promise<Bedrock> => {
  const calls: Bedrock['calls'] = [];
  let rule: (FaultFilter & { fault: BedrockFault }) | null = null;
  let latency = 0;
  const closing = new AbortController();

  const takeFault = (task: TaskName): BedrockFault | undefined => {
    if (!rule || (rule.task ?? task) !== task || rule.times === 0) return undefined;
    if (rule.times !== undefined) rule.times -= 1;
    return rule.fault;
  };

  const answer = async (asked: Converse): Promise<Reply> => {
    const task = taskOf(asked);
    calls.push({ task });
    const fault = takeFault(task);
    if (latency > 0)
      await setTimeout(latency, null, { signal: closing.signal }).catch(() => undefined);
    const { content, stopReason } = answerWith(asked, task, fault);
    const inputTokens = estimateTokens(
      asked.system + asked.messages.map((one) => one.content).join(''),
    );
    const outputTokens = content.length > 0 ? estimateTokens(JSON.stringify(content)) : 0;
    return { content, stopReason, inputTokens, outputTokens };
  };

  const server = await converseServer('offline', answer);
  return {
    endpoint: server.endpoint,
    calls,
    setFault: (fault, filter = {}) => {
      rule = fault && { fault, ...filter };
    },
    setLatency: (milliseconds) => {
      latency = milliseconds;
    },
    close: () => {
      closing.abort();
      return server.close();
    },
  };
};

const taskOf = ({ system }: Converse): TaskName => {
  const task = readTask(system);
  if (task) return task;
  const message = 'The offline interviewer knows only prompts that begin with "Task: <task>".';
  throw new ServiceError('ValidationException', message);
};

/** Four characters to a token is what English prose comes to; it is an estimate and no more. */
const estimateTokens = (text: string): number => Math.max(1, Math.ceil(text.length / 4));

const answerWith = (
  { messages, toolConfig }: Converse,
  task: TaskName,
  fault: BedrockFault | undefined,
): Answered => {
  if (fault === 'hang' || fault === 'drop') throw new InjectedFault(fault);
  const error = fault && errorOf(fault);
  if (error) throw error;
  const names = toolConfig?.tools.map(({ toolSpec }) => toolSpec.name) ?? [];
  const tool = names.find((name) => name === task) ?? names[0];
  const output = answerOffline(task, readBlocks(messages[0]?.content ?? ''));
  return fault ? spoil(fault, output, tool) : replyWith(output, tool);
};
