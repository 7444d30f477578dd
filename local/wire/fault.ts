/**
 * A fault that a test can inject into a stand-in, in place of or after the real work:
 * `throttle`, `unavailable` and `access-denied` become the service's own error response,
 * `hang` never answers, `drop` cuts the connection.
 */
export type FaultKind = 'throttle' | 'unavailable' | 'access-denied' | 'hang' | 'drop';

/** Thrown by an `onRequest` hook to make the stand-in fail in the way named. */
export class InjectedFault extends Error {
  override readonly name = 'InjectedFault';
  readonly kind: FaultKind;

  constructor(kind: FaultKind) {
    super(`injected fault: ${kind}`);
    this.kind = kind;
  }
}

/**
 * Called twice for each request: `before` its work and `after` it is committed, before the reply.
 * A fault thrown `after` is a lost reply: the change is kept, but the caller does not know.
 */
export type OnRequest = (
  operation: string,
  input: unknown,
  phase: 'before' | 'after',
) => void | Promise<void>;

/** Runs `work` between the two calls of the hook. */
export const withFaults = async <Output>(
  onRequest: OnRequest | undefined,
  operation: string,
  input: unknown,
  work: () => Promise<Output>,
): Promise<Output> => {
  await onRequest?.(operation, input, 'before');
  const output = await work();
  await onRequest?.(operation, input, 'after');
  return output;
};
