import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';

/** The recruiter account that comes with the local stack, as in the older guide. */
export const administrator = { email: 'admin@example.com', password: 'admin123' } as const;

/** Creates the local administrator unless it exists; a password changed since then is kept. */
export const ensureAdministrator = async (endpoint: string, UserPoolId: string): Promise<void> => {
  const cognito = new CognitoIdentityProviderClient({ endpoint });
  const Username = administrator.email;
  try {
    await cognito.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username,
        MessageAction: 'SUPPRESS',
        UserAttributes: [
          { Name: 'email', Value: Username },
          { Name: 'email_verified', Value: 'true' },
        ],
      }),
    );
    await cognito.send(
      new AdminSetUserPasswordCommand({
        UserPoolId,
        Username,
        Password: administrator.password,
        Permanent: true,
      }),
    );
    await cognito.send(
      new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: 'admin' }),
    );
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error;
  } finally {
    cognito.destroy();
  }
};
