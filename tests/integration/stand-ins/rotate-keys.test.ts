import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSecretsManager } from '../../../local/secrets-manager/secrets-manager.ts';
import { changeKeys, withNewKey, withoutKey } from '../../../shared/links/rotate-keys.ts';
import { testSecret } from '../../support/links.ts';
import { clientDefaults } from './credentials.ts';

const secret = { secret_id: 'keys', dry_run: false };

const start = async (value = testSecret) => {
  const server = await startSecretsManager({ folder: null });
  await server.createSecret('keys', () => value);
  const client = new SecretsManagerClient({ ...clientDefaults, endpoint: server.endpoint });
  onTestFinished(async () => {
    client.destroy();
    await server.close();
  });
  const stored = async (): Promise<Record<string, string>> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: 'keys' }));
    return JSON.parse(SecretString ?? '');
  };
  return { client, stored };
};

describe('the link keys', () => {
  it('get a new one under the next free id, which signs from then on, and keep the others', async () => {
    const old = { ...JSON.parse(testSecret), 3: 'x'.repeat(32), note: 'of another tool' };
    const { client, stored } = await start(JSON.stringify(old));

    const made = await changeKeys(client, secret, withNewKey);

    const { 4: added, current, ...left } = await stored();
    expect(made).toEqual({ current: 4, ids: [1, 2, 3, 4] });
    expect([added, current]).toEqual([expect.stringMatching(/^[\w-]{64}$/), '4']);
    expect({ ...left, current: '2' }).toEqual(old);
  });

  it('stay as they are in a dry run', async () => {
    const { client, stored } = await start();

    const would = await changeKeys(client, { ...secret, dry_run: true }, withNewKey);

    expect(would).toEqual({ current: 3, ids: [1, 2, 3] });
    expect(await stored()).toEqual(JSON.parse(testSecret));
  });

  it('lose nothing when two people rotate at once: one of them changes nothing, and is told so', async () => {
    const { client, stored } = await start();

    const runs = await Promise.allSettled(
      [1, 2, 3].map(() => changeKeys(client, secret, withNewKey)),
    );

    const lost = runs
      .filter((run) => run.status === 'rejected')
      .map(({ reason }) => String(reason));
    expect(lost).toHaveLength(2);
    for (const reason of lost) expect(reason).toContain('nothing was done');
    expect(Object.keys(await stored())).toEqual(['1', '2', '3', 'current']);
  });

  it('take the id after 255 from the front, and none when all are in use', () => {
    const all = Object.fromEntries(Array.from({ length: 255 }, (_, n) => [n + 1, 'x'.repeat(32)]));
    const { 7: _, ...left } = all;

    expect(withNewKey({ ...left, current: '255' }).current).toBe('7');
    expect(() => withNewKey({ ...all, current: '255' })).toThrow('retire one first');
  });

  it.each([
    ['2', 'Key 2 signs new links'],
    ['9', 'There is no key 9'],
    ['current', 'There is no key current'],
  ])('cannot be retired as %s', (id, message) => {
    expect(() => withoutKey(JSON.parse(testSecret), id)).toThrow(message);
  });

  it('are not shown by an error about them', async () => {
    const { client } = await start('{"current":"1","1":"too short, and not to be seen"}');

    const reason = await changeKeys(client, secret, withNewKey).catch(String);
    const missing = await changeKeys(client, { ...secret, secret_id: 'no' }, withNewKey).catch(
      String,
    );

    expect(reason).toBe('Error: Link key 1 is shorter than 32 characters');
    expect(missing).toBe('Error: There is no secret no in this region');
  });
});
