import type * as z from 'zod';

/** What a field is, with an example unless it refers to a named schema, which has its own. */
export type Words = string | readonly [description: string, example: unknown];

/** A schema of the API under the name that clients see. */
export interface Named {
  schema: z.ZodType;
  description: string;
  /** Fields that mean something else in it than elsewhere. */
  fields?: Readonly<Record<string, Words>>;
  /** Optional fields that its example has. */
  shown?: readonly string[];
}
