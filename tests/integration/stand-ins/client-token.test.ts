import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CognitoIdentityProviderClient,
  GetClientTokenCommand,
  InvalidParameterException,
  NotAuthorizedException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { expect, it, onTestFinished } from 'vitest';
import { startCognito } from '../../../local/cognito/cognito.ts';
import { ensureMachineClient } from '../../../local/machine-client.ts';
import { dataFolder } from '../../support/data-folder.ts';
import { clientDefaults } from './credentials.ts';
import { refusalOf } from './refusal.ts';

const both = ['talaro/read', 'talaro/write'];

const start = async (folder: string | null = null) => {
  const cognito = await startCognito({ folder });
  const client = new CognitoIdentityProviderClient({
    ...clientDefaults,
    endpoint: cognito.endpoint,
  });
  onTestFinished(async () => {
    client.destroy();
    await cognito.close();
  });
  const ask = async (ClientId: string, Secret: string, Scopes?: string[]) =>
    (await client.send(new GetClientTokenCommand({ ClientId, Secret, ...(Scopes && { Scopes }) })))
      .ClientAuthenticationResult;
  return { cognito, ask };
};

it('a machine client gets a token of its own, with the scopes it asks for or all that it has', async () => {
  const { cognito, ask } = await start();
  const { client_id, client_secret } = await cognito.createMachineClient('ats', both);
  const verifier = CognitoJwtVerifier.create({
    userPoolId: cognito.userPoolId,
    clientId: client_id,
    tokenUse: 'access',
  });
  verifier.cacheJwks(cognito.jwks);

  const all = await ask(client_id, client_secret);
  const one = await ask(client_id, client_secret, ['talaro/read']);

  expect(all).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' });
  const claims = verifier.verifySync(all?.AccessToken ?? '');
  expect(claims).toMatchObject({ sub: client_id, client_id, scope: 'talaro/read talaro/write' });
  expect(Object.keys(claims)).not.toContain('username');
  expect(verifier.verifySync(one?.AccessToken ?? '').scope).toBe('talaro/read');
});

it('a machine client is refused as the real service does', async () => {
  const { cognito, ask } = await start();
  const { client_id, client_secret } = await cognito.createMachineClient('crm', ['talaro/read']);

  const refusals = await Promise.all([
    refusalOf(ask('unknown', client_secret)),
    refusalOf(ask(client_id, `${client_secret}x`)),
    refusalOf(ask(cognito.clientId, client_secret)),
    refusalOf(ask(client_id, client_secret, both)),
    refusalOf(ask('no id', client_secret)),
  ]);

  expect(refusals).toEqual([
    expect.any(ResourceNotFoundException),
    expect.any(NotAuthorizedException),
    expect.any(NotAuthorizedException),
    expect.any(InvalidParameterException),
    expect.any(InvalidParameterException),
  ]);
});

it('the machine client of a folder stays the same, in a file that only its owner can read', async () => {
  const folder = await dataFolder();
  const first = await start(folder);
  const path = await ensureMachineClient(first.cognito, folder);
  const made = JSON.parse(await readFile(path, 'utf8'));
  await first.cognito.close();

  const second = await start(folder);
  await ensureMachineClient(second.cognito, folder);

  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(made);
  expect(Object.keys(made)).toEqual(['client_id', 'client_secret']);
  expect(await second.ask(made.client_id, made.client_secret)).toBeDefined();
  for (const file of [path, join(folder, 'clients.json')]) {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  }
});
