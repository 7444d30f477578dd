import {
  CognitoIdentityProviderClient,
  InternalErrorException,
  InvalidParameterException,
  NotAuthorizedException,
  OperationNotEnabledException,
  ResourceNotFoundException,
  TooManyRequestsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import { issueToken } from '../../../shared/users/client-token.ts';
import { refusalOf } from '../../support/refusals.ts';
import { nowhere, script } from '../../support/scripted-client.ts';

const given = { client_id: 'client-1', client_secret: 'a-secret' };

/** Cognito with one reply, and what it was asked. */
const cognitoThat = (reply: object) => {
  const asked: Record<string, unknown>[] = [];
  const cognito = new CognitoIdentityProviderClient(nowhere);
  cognito.middlewareStack.add(
    script((_, input) => {
      asked.push(input);
      return reply;
    }),
    { step: 'initialize', priority: 'high' },
  );
  return { asked, cognito };
};

const facts = { $metadata: {}, message: 'a-secret' };

it('asks for each scope once, and for none if none is named', async () => {
  const answer = { ClientAuthenticationResult: { AccessToken: 'token', ExpiresIn: 60 } };
  const { asked, cognito } = cognitoThat(answer);

  const token = await issueToken(cognito, { ...given, scope: 'talaro/read talaro/read' });
  await issueToken(cognito, given);

  expect(token).toEqual({ access: 'token', expires_in: 60 });
  expect(asked).toEqual([
    { ClientId: 'client-1', Secret: 'a-secret', Scopes: ['talaro/read'] },
    { ClientId: 'client-1', Secret: 'a-secret' },
  ]);
});

it.each([
  ['a wrong secret', new NotAuthorizedException(facts)],
  ['a client that does not exist', new ResourceNotFoundException(facts)],
  ['a scope that it lacks', new InvalidParameterException(facts)],
  ['a pool that does not do it', new OperationNotEnabledException(facts)],
  ['a reply without a token', {}],
])('refuses %s in the one way', async (_what, reply) => {
  const refusal = await refusalOf(issueToken(cognitoThat(reply).cognito, given));

  expect(refusal).toMatchObject({
    code: 'invalid_client',
    message: 'Invalid client id, secret or scope',
    details: {},
  });
});

it('says when to try again where Cognito is busy, and makes no refusal of its failures', async () => {
  const busy = await refusalOf(
    issueToken(cognitoThat(new TooManyRequestsException(facts)).cognito, given),
  );
  const broken = issueToken(cognitoThat(new InternalErrorException(facts)).cognito, given);

  expect(busy).toMatchObject({ code: 'throttled', retry_after: 5 });
  await expect(broken).rejects.toThrow(InternalErrorException);
});
