import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type LinkKeys, readLinkKeys } from '../domain/link-token.ts';
import { cached } from './cached.ts';

/** The link keys from their secret, read again after five minutes to pick up a rotation. */
export const linkKeysFrom = (secretId: string): (() => Promise<LinkKeys>) => {
  const secrets = new SecretsManagerClient({});
  return cached(5 * 60_000, async () => {
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: secretId }));
    return readLinkKeys(SecretString ?? '');
  });
};
