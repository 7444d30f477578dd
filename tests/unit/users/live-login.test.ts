import {
  type CognitoIdentityProviderClient,
  InternalErrorException,
  NotAuthorizedException,
  PasswordResetRequiredException,
  TooManyRequestsException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import { withLiveLogin } from '../../../shared/users/live-login.ts';

type Kind = new (options: { message: string; $metadata: object }) => Error;

/** Calls with a token, and notes in which order what was asked and what was done. */
const callWith = async (Refusal?: Kind) => {
  const steps: unknown[] = [];
  const send = async ({ input }: { input: object }) => {
    // Later than anything that would not wait for it.
    await new Promise(setImmediate);
    steps.push(input);
    if (Refusal) throw new Refusal({ message: 'why', $metadata: {} });
  };
  const cognito = { send } as unknown as CognitoIdentityProviderClient;
  const header = (name: string) => (name === 'authorization' ? 'Bearer the-token' : '');
  const run = withLiveLogin(cognito, async (_: { header: typeof header }) => steps.push('done'));
  const code = await run({ header }).then(
    () => 'done',
    (error) => error.code ?? error.name,
  );
  return { steps, code };
};

const asked = { AccessToken: 'the-token' };

it('The logic runs once Cognito has said that the token still counts', async () => {
  expect(await callWith()).toEqual({ steps: [asked, 'done'], code: 'done' });
});

it('Whatever Cognito answers else, the logic does not run', async () => {
  const refusals: [Kind, string][] = [
    [NotAuthorizedException, 'unauthorized'],
    [UserNotFoundException, 'unauthorized'],
    [PasswordResetRequiredException, 'unauthorized'],
    [TooManyRequestsException, 'throttled'],
    [InternalErrorException, 'InternalErrorException'],
  ];

  for (const [kind, code] of refusals) {
    expect(await callWith(kind)).toEqual({ steps: [asked], code });
  }
});
