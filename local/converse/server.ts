import type { Provenance } from '../../shared/domain/provenance.ts';
import { startServer, type WireRequest, type WireServer } from '../wire/h2c-server.ts';
import { jsonErrorResponse, ServiceError } from '../wire/service-error.ts';
import { type Converse, readConverse } from './request.ts';

/** A finished answer, before it is wrapped as a ConverseResponse. */
export interface Reply {
  content: ({ text: string } | { toolUse: { toolUseId: string; name: string; input: unknown } })[];
  stopReason: string;
  inputTokens: number;
  outputTokens: number;
}

/** Whom a call asks, and until when. */
interface Call {
  model: string;
  /** Aborted when the caller leaves. */
  signal: AbortSignal;
}

const modelOf = ({ method, path, headers }: WireRequest): string => {
  const [, model] = /^\/model\/([^/]+)\/converse$/.exec(path) ?? [];
  if (method !== 'POST' || !model)
    throw new ServiceError('UnknownOperationException', 'Not served here.', { status: 404 });
  if (!headers.authorization)
    throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token', {
      status: 403,
    });
  return decodeURIComponent(model);
};

/** Serves Converse of Amazon Bedrock, and marks each reply with who gave it. */
export const converseServer = (
  evaluator: Provenance['evaluator'],
  answer: (asked: Converse, call: Call) => Promise<Reply>,
): Promise<WireServer> => {
  const respond = async (request: WireRequest) => {
    const model = modelOf(request);
    const asked = readConverse(request.body.toString('utf8'));
    const started = performance.now();
    const reply = await answer(asked, { model, signal: request.signal });
    const { content, stopReason, inputTokens, outputTokens } = reply;
    return {
      output: { message: { role: 'assistant', content } },
      stopReason,
      usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
      metrics: { latencyMs: Math.ceil(performance.now() - started) },
      additionalModelResponseFields: { evaluator },
    };
  };
  return startServer({
    handle: async (request) => {
      try {
        const body = JSON.stringify(await respond(request));
        return { status: 200, headers: { 'content-type': 'application/json' }, body };
      } catch (error) {
        if (error instanceof ServiceError) return jsonErrorResponse(error, 'application/json');
        throw error;
      }
    },
  });
};
