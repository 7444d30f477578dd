import { RemovalPolicy } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  AwsCustomResource,
  AwsCustomResourcePolicy,
  Logging,
  PhysicalResourceId,
} from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';

const service = '@aws-sdk/client-cognito-identity-provider';

/**
 * Invites the first admin by e-mail. API calls, not a resource: a user that is a resource would be
 * deleted by the next deployment without `adminEmail`, and could not be named again once retained.
 */
export const firstAdmin = (scope: Construct, pool: IUserPool, email: string): Construct => {
  const admin = new Construct(scope, 'FirstAdmin');
  const logGroup = new LogGroup(admin, 'Log', {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // The role that the CDK would create may write to every log of the account.
  const role = new Role(admin, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  const call = (
    id: string,
    action: string,
    parameters: object,
    ignoreErrorCodesMatching?: string,
  ) =>
    new AwsCustomResource(admin, id, {
      resourceType: `Custom::${id}`,
      logGroup,
      role,
      installLatestAwsSdk: false,
      policy: AwsCustomResourcePolicy.fromStatements([
        new PolicyStatement({
          actions: [`cognito-idp:${action}`],
          resources: [pool.userPoolArn],
        }),
      ]),
      // On update too: another address invites another admin.
      onUpdate: {
        service,
        action,
        parameters: { UserPoolId: pool.userPoolId, Username: email, ...parameters },
        physicalResourceId: PhysicalResourceId.of(`${id}-${email}`),
        outputPaths: [],
        // The response contains the user's attributes.
        logging: Logging.withDataHidden(),
        ...(ignoreErrorCodesMatching && { ignoreErrorCodesMatching }),
      },
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
