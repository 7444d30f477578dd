import {
  GetSecretValueCommand,
  InternalServiceError,
  InvalidParameterException,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSecretsManager } from '../../../local/secrets-manager/secrets-manager.ts';
import { InjectedFault, type OnRequest } from '../../../local/wire/fault.ts';
import { dataFolder } from '../../support/data-folder.ts';
import { clientDefaults } from './credentials.ts';
import { refusalOf } from './refusal.ts';

const start = async (folder: string | null, onRequest?: OnRequest) => {
  const secrets = await startSecretsManager({ folder, ...(onRequest && { onRequest }) });
  const client = new SecretsManagerClient({ ...clientDefaults, endpoint: secrets.endpoint });
  onTestFinished(async () => {
    client.destroy();
    await secrets.close();
  });
  const get = (SecretId: string) => client.send(new GetSecretValueCommand({ SecretId }));
  return { secrets, get };
};

describe('the secrets manager', () => {
  it('creates a secret once and keeps it, even after a restart', async () => {
    const folder = await dataFolder();
    const { secrets } = await start(folder);
    await secrets.createSecret('talaro/link-keys', () => '{"current":"1"}');
    await secrets.close();

    const second = await start(folder);
    await second.secrets.createSecret('talaro/link-keys', () => 'another');

    expect((await second.get('talaro/link-keys')).SecretString).toBe('{"current":"1"}');
  });

  it('returns the newest value after a rotation', async () => {
    const { secrets, get } = await start(null);
    await secrets.createSecret('name', () => 'one');

    await secrets.putSecretValue('name', 'two');

    expect((await get('name')).SecretString).toBe('two');
  });

  it('refuses as the real service does', async () => {
    const { get } = await start(null);

    const missing = refusalOf(get('nothing'));
    const empty = refusalOf(get(''));

    expect(await missing).toBeInstanceOf(ResourceNotFoundException);
    expect(await empty).toBeInstanceOf(InvalidParameterException);
  });

  it('fails with injected faults', async () => {
    const faults = [new InjectedFault('unavailable'), new InjectedFault('drop')];
    const { get } = await start(null, () => {
      throw faults.shift();
    });

    const unavailable = await refusalOf(get('name'));
    const dropped = await refusalOf(get('name'));

    expect(unavailable).toBeInstanceOf(InternalServiceError);
    expect(dropped).toMatchObject({ code: 'ECONNRESET' });
  });
});
