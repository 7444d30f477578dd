import {
  CodeDeliveryFailureException,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  ExpiredCodeException,
  InternalErrorException,
  InvalidParameterException,
  InvalidPasswordException,
  LimitExceededException,
  NotAuthorizedException,
  PasswordHistoryPolicyViolationException,
  TooManyFailedAttemptsException,
  TooManyRequestsException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import {
  changePassword,
  forgotPassword,
  resetPassword,
  revokeLogin,
} from '../../../shared/users/passwords.ts';

type Kind = new (options: { message: string; $metadata: object }) => Error;
/** Refuses the command of this name, or any. */
const refusing = (Kind?: Kind, name?: string) => ({
  cognito: {
    send: async (command: object) => {
      if (Kind && (name ?? command.constructor.name) === command.constructor.name)
        throw new Kind({ message: 'why', $metadata: {} });
    },
  } as unknown as CognitoIdentityProviderClient,
  client_id: 'client',
});
const codeOf = (work: Promise<void>) =>
  work.then(
    () => 'done',
    (error) => error.code ?? error.name,
  );
const all = async (work: (users: ReturnType<typeof refusing>) => Promise<void>, kinds: Kind[]) => [
  ...new Set(await Promise.all(kinds.map((kind) => codeOf(work(refusing(kind)))))),
];

describe('A forgotten password', () => {
  const ask = (users: ReturnType<typeof refusing>, pauses: number[] = []) =>
    forgotPassword(users, 'a@b.cd', async (ms) => void pauses.push(ms));

  it('is answered in the same way and after the same pause, whatever there is about the person', async () => {
    const aboutPerson: (Kind | undefined)[] = [
      undefined,
      UserNotFoundException,
      NotAuthorizedException,
      LimitExceededException,
      InvalidParameterException,
      CodeDeliveryFailureException,
    ];
    const pauses: number[] = [];

    for (const kind of aboutPerson) await ask(refusing(kind), pauses);

    expect(pauses).toEqual(aboutPerson.map(() => 1_000));
  });

  it('is an error where nothing is said about the person', async () => {
    expect(await codeOf(ask(refusing(TooManyRequestsException)))).toBe('throttled');
    expect(await codeOf(ask(refusing(InternalErrorException)))).toBe('InternalErrorException');
  });
});

const limits = [TooManyRequestsException, LimitExceededException, TooManyFailedAttemptsException];
const weak = [
  InvalidPasswordException,
  InvalidParameterException,
  PasswordHistoryPolicyViolationException,
];

it('A reset is refused with the same code for a wrong code, an old one and for nobody', async () => {
  const reset = (users: ReturnType<typeof refusing>) =>
    resetPassword(users, { email: 'a@b.cd', code: '1', new_password: 'x' });
  const wrong = [CodeMismatchException, ExpiredCodeException, UserNotFoundException];

  expect(await all(reset, [...wrong, NotAuthorizedException])).toEqual(['invalid_code']);
  expect(await all(reset, weak)).toEqual(['weak_password']);
  expect(await all(reset, limits)).toEqual(['throttled']);
  expect(await all(reset, [InternalErrorException])).toEqual(['InternalErrorException']);
});

it('No address that cannot be that of an account is asked for, nor called a weak password', async () => {
  for (const email of ['noor haddad@example.org', `${'n'.repeat(130)}@example.org`]) {
    const asked = resetPassword(refusing(InvalidParameterException), {
      email,
      code: '1',
      new_password: 'x',
    });

    expect(await codeOf(asked)).toBe('invalid_code');
  }
});

it('A change says whether the present password, the new one or the login is the trouble', async () => {
  const change = (users: ReturnType<typeof refusing>) =>
    changePassword(users, { access: 't', password: 'x', new_password: 'y' });

  const wrong = refusing(NotAuthorizedException, 'ChangePasswordCommand');
  expect(await codeOf(change(wrong))).toBe('invalid_credentials');
  // Of a login that was ended, Cognito says the same to every call.
  expect(await codeOf(change(refusing(NotAuthorizedException)))).toBe('unauthorized');
  expect(await all(change, weak)).toEqual(['weak_password']);
  expect(await all(change, limits)).toEqual(['throttled']);
});

it('A limit says when to try again: of one person later than of all', async () => {
  const waits = await Promise.all(
    limits.map((kind) => revokeLogin(refusing(kind), 't').catch((error) => error.retry_after)),
  );

  expect(waits).toEqual([5, undefined, undefined]);
  await expect(
    changePassword(refusing(LimitExceededException), {
      access: 't',
      password: 'x',
      new_password: 'y',
    }),
  ).rejects.toMatchObject({ retry_after: 900 });
});

it('Ending a login that Cognito does not know is as good as ending it', async () => {
  expect(await codeOf(revokeLogin(refusing(NotAuthorizedException), 't'))).toBe('done');
  expect(await codeOf(revokeLogin(refusing(InternalErrorException), 't'))).toMatch('Internal');
});
