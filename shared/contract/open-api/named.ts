import type * as z from 'zod';
import type { Words } from './fields.ts';

/** A schema of the API under the name that clients see. */
export interface Named {
  schema: z.ZodType;
  description: string;
  /** Fields that mean something else in it than elsewhere. */
  fields?: Readonly<Record<string, Words>>;
  /** Optional fields that its example has. */
  shown?: readonly string[];
}
