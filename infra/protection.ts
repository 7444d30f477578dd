import { createHash } from 'node:crypto';
import { CfnElement, Lazy, Stack } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import * as z from 'zod';
import type { ApiCalls } from './api-calls.ts';

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

/** The properties of a construct's resource, as the template will have them. */
const propertiesOf = ({ node }: Construct): Record<string, unknown> => {
  const resource = node.defaultChild;
  if (!resource || !CfnElement.isCfnElement(resource))
    throw new Error(`${node.path} is not one resource`);
  const rendered: unknown = Stack.of(resource).resolve(resource._toCloudFormation());
  const [found] = Object.values(Template.parse(rendered).Resources);
  return found?.Properties ?? {};
};

/** Changes with every property: CloudFormation's update of a resource could end its protection. */
const definitionOf = (construct: Construct): string =>
  Lazy.string({
    produce: () =>
      createHash('sha256')
        .update(JSON.stringify(propertiesOf(construct)))
        .digest('hex')
        .slice(0, 16),
  });

/** Properties of a user pool that can only be set when it is created. */
const fixed = ['Schema', 'UsernameAttributes', 'UsernameConfiguration'];

/** All settings of a pool: UpdateUserPool, whose names are the template's, resets what is left out. */
const withProtection = (pool: UserPool) => ({
  produce: () => ({
    UserPoolId: pool.userPoolId,
    ...Object.fromEntries(
      Object.entries(propertiesOf(pool)).filter(([name]) => !fixed.includes(name)),
    ),
    DeletionProtection: 'ACTIVE',
  }),
});

export interface ProtectionProps {
  calls: ApiCalls;
  pool: UserPool;
  table: TableV2;
  /** Everything else in the stack: what is created after these cannot make them fail. */
  after: readonly Construct[];
}

/**
 * Protects pool and table against deletion, once everything else in their stack exists. In the
 * template the protection would stop the rollback of a first deployment that fails; see ADR 017.
 */
export class Protection extends Construct {
  constructor(scope: Construct, id: string, { calls, pool, table, after }: ProtectionProps) {
    super(scope, id);
    const protectedPool = calls.add(this, 'ProtectUsers', {
      service: '@aws-sdk/client-cognito-identity-provider',
      action: 'UpdateUserPool',
      parameters: Lazy.any(withProtection(pool)),
      right: { action: 'cognito-idp:UpdateUserPool', resource: pool.userPoolArn },
      occasion: definitionOf(pool),
    });
    protectedPool.node.addDependency(...after);
    const protectedTable = calls.add(this, 'ProtectTable', {
      service: '@aws-sdk/client-dynamodb',
      action: 'UpdateTable',
      parameters: { TableName: table.tableName, DeletionProtectionEnabled: true },
      right: { action: 'dynamodb:UpdateTable', resource: table.tableArn },
      occasion: definitionOf(table),
    });
    // Last, because it is the one that cannot fail: the pool's call has proved rights and role.
    protectedTable.node.addDependency(protectedPool);
  }
}
