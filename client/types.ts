import type * as z from 'zod';
import type { NewInterview } from '../shared/contract/endpoints/create-interview.ts';
import type { Endpoints } from '../shared/contract/endpoints.ts';
import type { EndpointName } from './routes.ts';

type InputOf<Row, Key extends string> = Row extends { [K in Key]: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : unknown;

/** A query's values are text on the wire; numbers and booleans become text. */
type Query<Row> = Row extends { query: infer Schema extends z.ZodType }
  ? { [K in keyof z.input<Schema>]: z.input<Schema>[K] | number | boolean }
  : unknown;

/** The rows of a batch are checked one by one, so that the contract does not say what they are. */
type Body<Name extends EndpointName> = Name extends 'createInterviews'
  ? { interviews: z.input<typeof NewInterview>[]; generate_links?: boolean }
  : InputOf<Endpoints[Name], 'body'>;

/** All that an endpoint takes, whether it goes into the path, the query or the body. */
export type Input<Name extends EndpointName> = InputOf<Endpoints[Name], 'params'> &
  Query<Endpoints[Name]> &
  Body<Name>;

/** What an endpoint answers. Later versions may add fields. */
export type Output<Name extends EndpointName> = z.output<Endpoints[Name]['response']>;

export interface CallOptions {
  signal?: AbortSignal;
  /** Instead of a random one, for endpoints that take one: the same work is never done twice. */
  idempotency_key?: string;
}

/** An endpoint as a function. It rejects with a TalaroError, or with the reason of the signal. */
export type Call<Name extends EndpointName> =
  Partial<Record<never, never>> extends Input<Name>
    ? (input?: Input<Name>, options?: CallOptions) => Promise<Output<Name>>
    : (input: Input<Name>, options?: CallOptions) => Promise<Output<Name>>;

/** Every endpoint of the API as a function. */
export type Client = { readonly [Name in EndpointName]: Call<Name> };
