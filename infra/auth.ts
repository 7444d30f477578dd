import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  Mfa,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { recruiterGroups } from '../shared/http/caller.ts';
import { refreshTokenDays } from '../shared/users/session-cookie.ts';
import type { ApiCalls } from './api-calls.ts';
import type { EndpointFunction } from './endpoint-function.ts';
import { firstAdmin } from './first-admin.ts';

export interface AuthProps {
  calls: ApiCalls;
  /** The first admin, who is invited by e-mail. */
  adminEmail: string | undefined;
}

/**
 * The users who may log in. Admins create the accounts; nobody can sign up. All of it survives the
 * stack: with the groups every membership would go.
 */
export class Auth extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, { calls, adminEmail }: AuthProps) {
    super(scope, id);
    this.pool = new UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      mfa: Mfa.OFF,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: {
        emailSubject: 'Your Talaro account',
        emailBody:
          'You can now log in to Talaro as {username} with the temporary password {####} and choose your own.',
      },
      // What a forgotten password is answered with.
      userVerification: {
        emailSubject: 'Your code for Talaro',
        emailBody:
          'Your code for a new Talaro password is {####}. If you did not ask for one, ignore this.',
      },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Validations.of(this.pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'The login endpoint is a fixed contract of e-mail and password with no place for a code: a user with a second factor could not log in at all.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason:
          'The Plus plan costs per user and answers risky logins with challenges that the login endpoint cannot pass on. Cognito’s lockout and the firewall’s login limit protect against brute force.',
      },
    );
    this.client = this.pool.addClient('Client', {
      authFlows: { userPassword: true },
      disableOAuth: true,
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(refreshTokenDays),
    });
    const groups = recruiterGroups.map(
      (groupName) =>
        new CfnUserPoolGroup(this, `Group-${groupName}`, {
          groupName,
          userPoolId: this.pool.userPoolId,
        }),
    );
    for (const part of [...groups, this.client]) {
      part.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }
    if (adminEmail) {
      const admin = firstAdmin(this, { calls, pool: this.pool, email: adminEmail });
      admin.node.addDependency(...groups);
    }
  }

  /** Lets a function log people in. A public client's calls are not signed, so it needs no right. */
  grant(fn: EndpointFunction): void {
    fn.setEnv('USER_POOL_CLIENT_ID', this.client.userPoolClientId);
  }
}
