import type { Context } from 'aws-lambda';

export type Handler<Event, Answer> = (event: Event, context: Context) => Promise<Answer>;

/** Loads the function of a folder under `functions/`; its environment must be set first. */
export const load = async <Fn>(folder: string): Promise<Fn> => {
  const url = new URL(`../../functions/${folder}/handler.ts`, import.meta.url);
  const { handler }: { handler: Fn } = await import(url.href);
  return handler;
};

interface Invocation {
  /** The folder of the function. */
  folder: string;
  request_id: string;
  /** How long it may take, in ms. */
  timeout: number;
}

/** Runs a function as Lambda does: its context returns the time left, and then it times out. */
export const invoke = async <Event, Answer>(
  handler: Handler<Event, Answer>,
  event: Event,
  { folder, request_id, timeout }: Invocation,
): Promise<Answer | 'timeout'> => {
  const ends = performance.now() + timeout;
  const forbidden = () => {
    throw new Error('Handlers return a promise');
  };
  const context: Context = {
    callbackWaitsForEmptyEventLoop: false,
    functionName: folder,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${folder}`,
    memoryLimitInMB: '512',
    awsRequestId: request_id,
    logGroupName: `/aws/lambda/${folder}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(ends - performance.now())),
    done: forbidden,
    fail: forbidden,
    succeed: forbidden,
  };
  const { promise, resolve } = Promise.withResolvers<'timeout'>();
  const timer = setTimeout(resolve, timeout, 'timeout');
  return Promise.race([handler(event, context), promise]).finally(() => clearTimeout(timer));
};
