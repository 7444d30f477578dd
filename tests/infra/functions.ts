import * as z from 'zod';
import type { Synthesized } from './synthesized.ts';

const list = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), item.transform((one) => [one])]);

const Policy = z.object({
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({
        Effect: z.literal('Allow'),
        Action: list(z.string()),
        Resource: z.unknown(),
        Condition: z.unknown().optional(),
      }),
    ),
  }),
});

const Properties = z.object({
  Timeout: z.number(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional(),
});

/** One of our functions as the template defines it. */
export const functionAt = ({ at }: Synthesized, path: string) => {
  const { Timeout, Environment } = Properties.parse(at(`${path}/Function/Resource`));
  const policy = Policy.parse(at(`${path}/Role/DefaultPolicy/Resource`));
  return {
    timeout: Timeout,
    variables: Environment?.Variables ?? {},
    statements: policy.PolicyDocument.Statement.map((statement) => ({
      actions: statement.Action,
      // References as text: the tests check what they name.
      resources: (Array.isArray(statement.Resource)
        ? statement.Resource
        : [statement.Resource]
      ).map((resource) => JSON.stringify(resource)),
      condition: JSON.stringify(statement.Condition ?? null),
    })),
  };
};
export type FunctionFacts = ReturnType<typeof functionAt>;
