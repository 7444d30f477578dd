import type { Endpoints, Input, Output } from './contract-types.ts';

export type { EndpointName, Input, Output } from './contract-types.ts';

export interface CallOptions {
  signal?: AbortSignal;
  /** Instead of a random one, for endpoints that take one: the same work is never done twice. */
  idempotency_key?: string;
}

/** An endpoint as a function. It rejects with a TalaroError, or with the reason of the signal. */
export type Call<Name extends keyof Endpoints> =
  Partial<Record<never, never>> extends Input<Name>
    ? (input?: Input<Name>, options?: CallOptions) => Promise<Output<Name>>
    : (input: Input<Name>, options?: CallOptions) => Promise<Output<Name>>;

/** Every endpoint of the API as a function. */
export type Client = { readonly [Name in keyof Endpoints]: Call<Name> };
