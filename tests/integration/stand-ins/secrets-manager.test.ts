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
import { clientDefaults } from './credentials.ts';
import { dataFolder } from './data-folder.ts';
import { refusalOf } from './refusal.ts';

async function start(folder: string | null, onRequest?: OnRequest) {
  const secrets = await startSecretsManager({ folder, ...(onRequest && { onRequest }) });
  const client = new SecretsManagerClient({ ...clientDefaults, endpoint: secrets.endpoint });
  onTestFinished(async () => {
    client.destroy();
    await secrets.close();
  });
  const get = (SecretId: string, VersionStage?: string) =>
    client.send(new GetSecretValueCommand({ SecretId, VersionStage }));
  return { secrets, client, get };
}

describe('the secrets manager', () => {
  it('makes a secret once and finds it by name and by ARN, after a restart too', async () => {
    const folder = await dataFolder();
    const first = await start(folder);
    const arn = await first.secrets.createSecret('talaro/link-keys', () => '{"current":"1"}');
    await first.secrets.close();

    const second = await start(folder);
    await second.secrets.createSecret('talaro/link-keys', () => 'another');
    const byName = await second.get('talaro/link-keys');
    const byArn = await second.get(arn);

    expect(byName).toMatchObject({ SecretString: '{"current":"1"}', ARN: arn });
    expect(byName.CreatedDate).toBeInstanceOf(Date);
    expect(byArn.SecretString).toBe('{"current":"1"}');
  });

  it('keeps the value before a rotation as the previous one', async () => {
    const { secrets, get } = await start(null);
    await secrets.createSecret('name', () => 'one');
    await secrets.putSecretValue('name', 'two');

    const current = await get('name');
    const previous = await get('name', 'AWSPREVIOUS');

    expect(current).toMatchObject({ SecretString: 'two', VersionStages: ['AWSCURRENT'] });
    expect(previous).toMatchObject({ SecretString: 'one', VersionStages: ['AWSPREVIOUS'] });
  });

  it('refuses as the real one does', async () => {
    const { get } = await start(null);

    const missing = refusalOf(get('nothing'));
    const empty = refusalOf(get(''));

    expect(await missing).toBeInstanceOf(ResourceNotFoundException);
    expect(await empty).toBeInstanceOf(InvalidParameterException);
  });

  it('fails as it is told', async () => {
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
