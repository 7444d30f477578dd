import { ConfigurationError } from '../domain/errors.ts';

const levels = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'CRITICAL'] as const;
type Level = (typeof levels)[number];

/** Lines below `LOG_LEVEL` (INFO if it is unset or empty) are not written. */
const wanted = process.env.LOG_LEVEL || 'INFO';
const lowest = levels.indexOf(wanted as Level);
if (lowest < 0) {
  throw new ConfigurationError(
    `LOG_LEVEL is ${JSON.stringify(wanted)}; it must be one of ${levels.join(', ')}`,
  );
}

// Straight to the stream: Lambda's `console` would prepend a prefix to the JSON.
const writer = (level: Level) => (message: string, facts: object) => {
  if (levels.indexOf(level) < lowest) return;
  const line = { level, message, timestamp: new Date().toISOString(), service: 'talaro', ...facts };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/**
 * The one logger: one line of JSON per message. Log ids, codes, counts and times; never a token,
 * text or address. A logging library would be a tenth of the bundle and half of a request's cost.
 */
export const logger = { info: writer('INFO'), warn: writer('WARN'), error: writer('ERROR') };

interface ErrorFacts {
  name: string;
  at: string[];
  http_status?: number | undefined;
  service?: string;
  operation?: string;
  aws_request_id?: string | undefined;
  facts?: Record<string, unknown>;
  cause?: ErrorFacts | undefined;
}

const calls = new WeakMap<Error, { service: string; operation: string }>();

const remember =
  <Input, Output>(
    next: (input: Input) => Promise<Output>,
    { clientName = '', commandName = '' }: { clientName?: string; commandName?: string },
  ) =>
  (input: Input): Promise<Output> =>
    // Not awaited: that would take one of a stack's ten frames from our own code.
    next(input).catch((error: unknown) => {
      const service = clientName.replace(/Client$/, '');
      const operation = commandName.replace(/Command$/, '');
      if (error instanceof Error) calls.set(error, { service, operation });
      throw error;
    });

interface AwsClient {
  middlewareStack: { add(middleware: typeof remember, at: { step: 'initialize' }): void };
}

/** An AWS client whose errors say in the log which call failed; the SDK's errors do not. */
export const logged = <Client extends AwsClient>(client: Client): Client => {
  client.middlewareStack.add(remember, { step: 'initialize' });
  return client;
};

/**
 * The facts of an error that may be logged: its class, where it was thrown, its causes, the AWS call
 * that failed, and what an error of our own has as `facts`, which are codes. The message is left out:
 * SDK and parser messages can quote what a candidate wrote.
 */
export const errorFacts = (error: unknown): ErrorFacts => {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  return {
    name: error.name,
    at: framesOf(error),
    ...calls.get(error),
    ...(isObject(metadata) && {
      http_status: Number(metadata.httpStatusCode) || undefined,
      aws_request_id: requestId.exec(String(metadata.requestId ?? ''))?.[0],
    }),
    ...('facts' in error && isObject(error.facts) && { facts: error.facts }),
    ...(error.cause !== undefined && { cause: errorFacts(error.cause) }),
  };
};

/** The frames of a stack without the message before them, which may look like frames itself. */
const framesOf = ({ stack = '', message }: Error): string[] => {
  const start = stack.indexOf(message);
  if (start < 0) return [];
  const frames = stack.slice(start + message.length).split('\n');
  return frames.flatMap((line) => /^\s+at (.*)/.exec(line)?.[1] ?? []);
};

/** What is longer, or has other characters, is no id of a request. */
const requestId = /^[\w-]{1,64}$/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
