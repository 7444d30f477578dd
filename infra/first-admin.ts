import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { ApiCalls } from './api-calls.ts';

/**
 * Invites the first admin by e-mail. API calls, not a resource: a user that is a resource would be
 * deleted by the next deployment without `adminEmail`, and could not be named again once retained.
 */
export const firstAdmin = (
  scope: Construct,
  { calls, pool, email }: { calls: ApiCalls; pool: IUserPool; email: string },
): Construct => {
  const admin = new Construct(scope, 'FirstAdmin');
  const call = (id: string, action: string, parameters: object, unlessError?: string) =>
    calls.add(admin, id, {
      service: '@aws-sdk/client-cognito-identity-provider',
      action,
      parameters: { UserPoolId: pool.userPoolId, Username: email, ...parameters },
      right: { action: `cognito-idp:${action}`, resource: pool.userPoolArn },
      // Another address invites another admin.
      occasion: email,
      ...(unlessError && { unlessError }),
    });
  const invited = call(
    'InviteAdmin',
    'AdminCreateUser',
    {
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
      DesiredDeliveryMediums: ['EMAIL'],
    },
    'UsernameExistsException',
  );
  const grouped = call('AddToAdmins', 'AdminAddUserToGroup', { GroupName: 'admin' });
  grouped.node.addDependency(invited);
  return admin;
};
