import type * as z from 'zod';
import type { NewInterview } from '../shared/contract/endpoints/create-interview.ts';
import type { Endpoints } from '../shared/contract/endpoints.ts';

// The package has these as plain types of the same meaning: see packed-types.ts.
export type { Endpoints };

export type EndpointName = keyof Endpoints;

type InputOf<Row, Key extends string> = Row extends { [K in Key]: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : unknown;

/** A query's values are text on the wire; a number or a truth value becomes one. */
type QueryValue<Text, Meant> =
  | Text
  | (NonNullable<Meant> extends number ? number : never)
  | ([Extract<Text, 'true'>] extends [never] ? never : boolean);

type Query<Row> = Row extends { query: infer Schema extends z.ZodObject }
  ? {
      [K in keyof z.input<Schema>]: QueryValue<
        z.input<Schema>[K],
        z.output<Schema>[K & keyof z.output<Schema>]
      >;
    }
  : unknown;

/** The rows of a batch are checked one by one, so that the contract does not say what they are. */
type Body<Name extends EndpointName> = Name extends 'createInterviews'
  ? { interviews: z.input<typeof NewInterview>[]; generate_links?: boolean | undefined }
  : InputOf<Endpoints[Name], 'body'>;

/** All that an endpoint takes, whether it goes into the path, the query or the body. */
export type Input<Name extends EndpointName> = InputOf<Endpoints[Name], 'params'> &
  Query<Endpoints[Name]> &
  Body<Name>;

/** What an endpoint answers. Later versions may add fields. */
export type Output<Name extends EndpointName> = z.output<Endpoints[Name]['response']>;
