import { Logger } from '@aws-lambda-powertools/logger';

/** The one logger. It gets ids, codes, counts and times; never a token, a text or an address. */
export const logger = new Logger({ serviceName: 'talaro' });

interface ErrorFacts {
  name: string;
  at: string[];
  http_status?: number | undefined;
  cause?: ErrorFacts | undefined;
}

/**
 * What of an error may be logged: its class, where it was thrown, and its causes. The message is
 * left out: SDK and parser messages can quote what a candidate wrote.
 */
export const errorFacts = (error: unknown): ErrorFacts => {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  return {
    name: error.name,
    at: (error.stack ?? '').split('\n').flatMap((line) => /^\s+at (.*)/.exec(line)?.[1] ?? []),
    ...(isObject(metadata) && { http_status: Number(metadata.httpStatusCode) || undefined }),
    ...(error.cause !== undefined && { cause: errorFacts(error.cause) }),
  };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
