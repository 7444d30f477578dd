import { Stack } from 'aws-cdk-lib';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { Construct } from 'constructs';

/**
 * The ids under which cdk-nag reports wildcards in the rights of a function. A resource of another
 * stack is given as that stack's export, which is how the policy will name it.
 */
export const wildcardIds = (
  scope: Construct,
  { actions = [], resources = [] }: { actions?: string[]; resources?: string[] },
): string[] => [
  ...actions.map((action) => `AwsSolutions-IAM5[Action::${action}]`),
  ...resources.map((resource) => {
    const resolved: unknown = Stack.of(scope).resolve(resource);
    return `AwsSolutions-IAM5[Resource::${flattenCfnReference(resolved)}]`;
  }),
];
