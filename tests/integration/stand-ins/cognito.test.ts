import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  GetUserCommand,
  InitiateAuthCommand,
  InvalidParameterException,
  InvalidPasswordException,
  NotAuthorizedException,
  ResourceNotFoundException,
  RespondToAuthChallengeCommand,
  TooManyRequestsException,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoJwtVerifier, JwtVerifier } from 'aws-jwt-verify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startCognito } from '../../../local/cognito/cognito.ts';
import { InjectedFault, type OnRequest } from '../../../local/wire/fault.ts';
import { dataFolder } from '../../support/data-folder.ts';
import { clientDefaults } from './credentials.ts';
import { refusalOf } from './refusal.ts';

const email = 'admin@example.com';
const day = 24 * 3600 * 1000;

const start = async (folder: string | null = null, onRequest?: OnRequest) => {
  const clock = { now: Date.now() };
  const cognito = await startCognito({
    folder,
    now: () => clock.now,
    ...(onRequest && { onRequest }),
  });
  const client = new CognitoIdentityProviderClient({
    ...clientDefaults,
    endpoint: cognito.endpoint,
  });
  onTestFinished(async () => {
    client.destroy();
    await cognito.close();
  });
  const pool = { UserPoolId: cognito.userPoolId, Username: email };
  const ClientId = cognito.clientId;
  return {
    cognito,
    client,
    clock,
    pool,
    ClientId,
    async makeAdmin(Password: string, Permanent = true) {
      await client.send(new AdminCreateUserCommand({ ...pool, MessageAction: 'SUPPRESS' }));
      await client.send(new AdminSetUserPasswordCommand({ ...pool, Password, Permanent }));
      await client.send(new AdminAddUserToGroupCommand({ ...pool, GroupName: 'admins' }));
    },
    login: (USERNAME: string, PASSWORD: string) =>
      client.send(
        new InitiateAuthCommand({
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME, PASSWORD },
          ClientId,
        }),
      ),
    refresh: (REFRESH_TOKEN: string) =>
      client.send(
        new InitiateAuthCommand({
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN },
          ClientId,
        }),
      ),
    answerChallenge: (Session: string | undefined, NEW_PASSWORD: string) =>
      client.send(
        new RespondToAuthChallengeCommand({
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          ChallengeResponses: { USERNAME: email, NEW_PASSWORD },
          Session,
          ClientId,
        }),
      ),
  };
};

describe('the user pool', () => {
  it('signs in with tokens that the Cognito verifier accepts', async () => {
    const { cognito, makeAdmin, login } = await start();
    await makeAdmin('admin123');
    const verifier = CognitoJwtVerifier.create({
      userPoolId: cognito.userPoolId,
      clientId: cognito.clientId,
      tokenUse: 'access',
      scope: 'aws.cognito.signin.user.admin',
      groups: 'admins',
    });
    verifier.cacheJwks(cognito.jwks);

    const { AuthenticationResult: result } = await login('Admin@Example.com', 'admin123');

    const claims = verifier.verifySync(result?.AccessToken ?? '');
    expect(claims.exp - claims.iat).toBe(3600);
    expect(claims).toMatchObject({
      username: claims.sub,
      auth_time: claims.iat,
      jti: expect.any(String),
    });
    const id = verifier.verifySync(result?.IdToken ?? '', { tokenUse: 'id', scope: null });
    expect(id).toMatchObject({ email, aud: cognito.clientId });
    expect(() => verifier.verifySync(result?.IdToken ?? '')).toThrow();
    expect(result).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' });
  });

  it('signs with a key of its own that no other pool accepts', async () => {
    const one = await start();
    const other = await start();
    await one.makeAdmin('admin123');
    const verifier = JwtVerifier.create({ issuer: other.cognito.issuer, audience: null });
    verifier.cacheJwks(other.cognito.jwks);

    const { AuthenticationResult } = await one.login(email, 'admin123');

    expect(() => verifier.verifySync(AuthenticationResult?.AccessToken ?? '')).toThrow();
  });

  it('refuses an unknown user exactly as it refuses a wrong password', async () => {
    const { makeAdmin, login } = await start();
    await makeAdmin('admin123');
    const refusal = async (user: string) => {
      const error = await login(user, 'wrong password').catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(NotAuthorizedException);
      return error as NotAuthorizedException;
    };

    const wrong = await refusal(email);
    const unknown = await refusal('a@b.cd');

    expect(unknown.message).toBe('Incorrect username or password.');
    expect(unknown.message).toBe(wrong.message);
    expect(unknown.$metadata.httpStatusCode).toBe(wrong.$metadata.httpStatusCode);
  });

  it('locks a user after five wrong passwords, and a name of nobody just the same', async () => {
    const { makeAdmin, login, clock } = await start();
    await makeAdmin('admin123');
    const guesses = [email, 'Admin@Example.com', email, email, email];
    for (const name of guesses) await refusalOf(login(name, 'wrong password'));
    for (const _ of guesses) await refusalOf(login('a@b.cd', 'wrong password'));

    const locked = await Promise.all([
      refusalOf(login(email, 'admin123')),
      refusalOf(login('a@b.cd', 'x')),
    ]);
    clock.now += 1000;

    const exceeded = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' };
    expect(locked).toEqual([expect.objectContaining(exceeded), expect.objectContaining(exceeded)]);
    expect((await login(email, 'admin123')).AuthenticationResult).toBeDefined();
  });

  it('asks for a new password in place of a temporary one', async () => {
    const { makeAdmin, login, answerChallenge } = await start();
    await makeAdmin('temporary1', false);

    const challenge = await login(email, 'temporary1');
    const tooShort = refusalOf(answerChallenge(challenge.Session, 'short'));
    expect(await tooShort).toBeInstanceOf(InvalidPasswordException);
    const answered = await answerChallenge(challenge.Session, 'mine alone');

    expect(challenge.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    expect(challenge.AuthenticationResult).toBeUndefined();
    expect(JSON.parse(challenge.ChallengeParameters?.userAttributes ?? '')).toMatchObject({
      email,
    });
    expect(answered.AuthenticationResult?.RefreshToken).toBeTruthy();
    await expect(login(email, 'temporary1')).rejects.toThrow(NotAuthorizedException);
    expect((await login(email, 'mine alone')).AuthenticationResult).toBeDefined();
  });

  it('accepts a challenge session once and for three minutes', async () => {
    const { makeAdmin, login, answerChallenge, clock } = await start();
    await makeAdmin('temporary1', false);
    const late = await login(email, 'temporary1');
    clock.now += 3 * 60 * 1000;
    const once = await login(email, 'temporary1');
    await answerChallenge(once.Session, 'mine alone');

    const refused = [answerChallenge(late.Session, 'mine later')];
    refused.push(
      answerChallenge(once.Session, 'mine again'),
      answerChallenge('x'.repeat(64), 'no'),
    );

    const reasons = await Promise.allSettled(refused);
    for (const reason of reasons) {
      expect(reason).toMatchObject({ reason: { name: 'NotAuthorizedException' } });
    }
  });

  it('lets a temporary password expire after a week', async () => {
    const { makeAdmin, login, clock } = await start();
    await makeAdmin('temporary1', false);

    clock.now += 7 * day + 1;

    await expect(login(email, 'temporary1')).rejects.toThrow('expired');
  });

  it('refreshes for thirty days, even after a restart', async () => {
    const folder = await dataFolder();
    const first = await start(folder);
    await first.makeAdmin('admin123');
    const { AuthenticationResult: signedIn } = await first.login(email, 'admin123');
    const token = signedIn?.RefreshToken ?? '';
    await first.cognito.close();

    const second = await start(folder);
    second.clock.now += 29 * day;
    const { AuthenticationResult: refreshed } = await second.refresh(token);

    expect(refreshed?.RefreshToken).toBeUndefined();
    const claims = (jwt = '') => JSON.parse(atob(jwt.split('.')[1] ?? ''));
    expect(claims(refreshed?.AccessToken)).toMatchObject({
      sub: claims(signedIn?.AccessToken).sub,
      auth_time: claims(signedIn?.AccessToken).auth_time,
      origin_jti: claims(signedIn?.AccessToken).origin_jti,
      'cognito:groups': ['admins'],
    });
    second.clock.now += day;
    await expect(second.refresh(token)).rejects.toThrow(NotAuthorizedException);
    await expect(second.refresh(`${token}x`)).rejects.toThrow(NotAuthorizedException);
  });

  it('knows the holder of an access token until the login is ended, and at once after a new one', async () => {
    const { client, pool, makeAdmin, login } = await start();
    await makeAdmin('admin123');
    const signIn = async () => (await login(email, 'admin123')).AuthenticationResult ?? {};
    const holder = (AccessToken = '') => client.send(new GetUserCommand({ AccessToken }));
    const before = await signIn();

    expect((await holder(before.AccessToken)).UserAttributes).toContainEqual({
      Name: 'email',
      Value: email,
    });
    await expect(holder(before.IdToken)).rejects.toThrow(NotAuthorizedException);
    await client.send(new AdminUserGlobalSignOutCommand(pool));
    const after = await signIn();

    await expect(holder(before.AccessToken)).rejects.toThrow(NotAuthorizedException);
    await holder(after.AccessToken);
    await client.send(new AdminDisableUserCommand(pool));
    await expect(holder(after.AccessToken)).rejects.toThrow(NotAuthorizedException);
  });

  it('keeps the signing key, and neither passwords nor refresh tokens in plain text', async () => {
    const folder = await dataFolder();
    const first = await start(folder);
    await first.makeAdmin('admin123');
    const { AuthenticationResult } = await first.login(email, 'admin123');
    await first.cognito.close();

    const second = await start(folder);

    expect(second.cognito.jwks).toEqual(first.cognito.jwks);
    expect(JSON.stringify(second.cognito.jwks)).not.toContain('"d"');
    const file = await readFile(join(folder, 'user-pool.json'), 'utf8');
    expect(file).not.toContain('admin123');
    expect(file).not.toContain(AuthenticationResult?.RefreshToken);
  });

  it('refuses administration as the real service does', async () => {
    const { client, pool, makeAdmin } = await start();
    await makeAdmin('admin123');
    const nobody = { ...pool, Username: 'nobody@example.com' };

    const twice = refusalOf(client.send(new AdminCreateUserCommand(pool)));
    const noEmail = refusalOf(
      client.send(new AdminCreateUserCommand({ ...pool, Username: 'admin' })),
    );
    const unknown = refusalOf(
      client.send(new AdminAddUserToGroupCommand({ ...nobody, GroupName: 'admins' })),
    );
    const weak = refusalOf(
      client.send(new AdminSetUserPasswordCommand({ ...pool, Password: '1234567' })),
    );
    const elsewhere = refusalOf(
      client.send(new AdminCreateUserCommand({ ...nobody, UserPoolId: 'eu_x' })),
    );

    expect(await twice).toBeInstanceOf(UsernameExistsException);
    expect(await noEmail).toBeInstanceOf(InvalidParameterException);
    expect(await unknown).toBeInstanceOf(UserNotFoundException);
    expect(await weak).toBeInstanceOf(InvalidPasswordException);
    expect(await elsewhere).toBeInstanceOf(ResourceNotFoundException);
  });

  it('creates a user once when six requests arrive at once', async () => {
    const { client, pool } = await start();
    const calls = Array.from({ length: 6 }, () => client.send(new AdminCreateUserCommand(pool)));

    const results = await Promise.allSettled(calls);

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses sign-in requests that it does not support', async () => {
    const { client, ClientId, login, cognito } = await start();
    const flow = { AuthFlow: 'USER_SRP_AUTH' as const, AuthParameters: {}, ClientId };

    const srp = refusalOf(client.send(new InitiateAuthCommand(flow)));
    const noPassword = refusalOf(login(email, ''));
    const otherClient = refusalOf(
      client.send(new InitiateAuthCommand({ ...flow, ClientId: 'other' })),
    );
    const unsigned = await fetch(cognito.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.AdminCreateUser' },
      body: '{}',
    });

    expect(await srp).toBeInstanceOf(InvalidParameterException);
    expect(await noPassword).toBeInstanceOf(InvalidParameterException);
    expect(await otherClient).toBeInstanceOf(ResourceNotFoundException);
    expect(unsigned.status).toBe(403);
  });

  it('fails with an injected fault', async () => {
    const { login } = await start(null, () => {
      throw new InjectedFault('throttle');
    });

    await expect(login(email, 'admin123')).rejects.toThrow(TooManyRequestsException);
  });
});
