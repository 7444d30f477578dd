import { InjectedFault } from '../wire/fault.ts';
import { startServer, type WireRequest, type WireResponse } from '../wire/h2c-server.ts';
import { jsonErrorResponse, ServiceError } from '../wire/service-error.ts';
import { type Asked, readConverse, replyWith, wrapReply } from './converse.ts';
import { type BedrockFault, errorOf, spoil } from './faults.ts';
import { answerOffline } from './offline.ts';
import type { Task } from './request.ts';

/** A fault that is on: for one task or all, for so many calls or until it is taken off. */
export interface FaultRule {
  fault: BedrockFault;
  task?: Task;
  /** Calls that it spoils; without it all. */
  times?: number;
}

export interface Bedrock {
  endpoint: string;
  /** Turns a fault on in place of all others; null turns all off. */
  setFault(fault: BedrockFault | null, filter?: { task?: Task; times?: number }): void;
  /** How long each call takes from now on. */
  setLatency(milliseconds: number): void;
  /** The calls so far, in order, spoiled ones too. No content. */
  calls: { task: Task }[];
  close(): Promise<void>;
}

const CONVERSE = /^\/model\/[^/]+\/converse$/;

/**
 * Stands in for Amazon Bedrock: Converse for the tasks of the AI interviewer, answered without a model
 * and marked `evaluator: offline`. Told to, it fails as the real service and models do.
 */
export const startBedrock = async ({
  port = 0,
  faults = [],
  latency_ms = 0,
}: {
  port?: number;
  faults?: readonly FaultRule[];
  latency_ms?: number;
} = {}): Promise<Bedrock> => {
  const calls: Bedrock['calls'] = [];
  let rules = faults.map((rule) => ({ ...rule }));
  let latency = latency_ms;
  const closing = new AbortController();

  const takeFault = (task: Task): BedrockFault | undefined => {
    const rule = rules.find((one) => (one.task ?? task) === task && (one.times ?? 1) > 0);
    if (rule?.times !== undefined) rule.times -= 1;
    return rule?.fault;
  };

  const handle = async (request: WireRequest): Promise<WireResponse> => {
    try {
      const asked = route(request);
      calls.push({ task: asked.task });
      const fault = takeFault(asked.task);
      if (latency > 0) await pause(latency, closing.signal);
      return answer(asked, fault);
    } catch (error) {
      if (error instanceof ServiceError) return jsonErrorResponse(error, 'application/json');
      throw error;
    }
  };

  const server = await startServer({ port, handle });
  return {
    endpoint: server.endpoint,
    calls,
    setFault: (fault, filter = {}) => {
      rules = fault === null ? [] : [{ fault, ...filter }];
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

const route = ({ method, path, headers, body }: WireRequest): Asked => {
  if (method !== 'POST' || !CONVERSE.test(path))
    throw new ServiceError('UnknownOperationException', 'Not served here.', { status: 404 });
  if (!headers.authorization)
    throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token', {
      status: 403,
    });
  return readConverse(body.toString('utf8'));
};

const answer = (
  { task, blocks, tool, inputTokens }: Asked,
  fault: BedrockFault | undefined,
): WireResponse => {
  if (fault === 'hang' || fault === 'drop') throw new InjectedFault(fault);
  const error = fault && errorOf(fault);
  if (error) throw error;
  const started = performance.now();
  const output = answerOffline(task, blocks);
  const reply = fault ? spoil(fault, output, task, tool) : replyWith(output, tool);
  const body = wrapReply(reply, inputTokens, Math.ceil(performance.now() - started));
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
};

/** Waits, or less long if the stand-in is closed meanwhile. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });
