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

const Rights = z.object({ Policies: z.array(Policy) });

/** All rights of a role: its own, and those that the CDK adds beside it. */
const policiesOf = ({ at, paths }: Synthesized, role: string) => {
  const { Policies } = Rights.parse(at(`${role}/Resource`));
  const beside = `${role}/DefaultPolicy/Resource`;
  return paths.includes(beside) ? [...Policies, Policy.parse(at(beside))] : Policies;
};

const Properties = z.object({
  Timeout: z.number(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional(),
});

/** One of our functions as the template defines it. */
export const functionAt = (stack: Synthesized, path: string) => {
  const { Timeout, Environment } = Properties.parse(stack.at(`${path}/Function/Resource`));
  const policies = policiesOf(stack, `${path}/Role`);
  return {
    timeout: Timeout,
    variables: Environment?.Variables ?? {},
    statements: policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .map((statement) => ({
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
