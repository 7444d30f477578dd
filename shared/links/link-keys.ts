import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type KeysFor, readLinkKeys } from '../domain/link-token.ts';
import { logged } from '../http/log.ts';
import { cached } from './cached.ts';

/** How long the keys are kept, and the shortest pause between two looks for an unknown key, in ms. */
const kept = 5 * 60_000;
const pause = 10_000;

/**
 * The link keys from their secret. They are read again after five minutes to pick up a rotation, and
 * at once for a key id that they lack: another instance may have signed with a key made since. Ids can
 * be forged, so that happens at most every ten seconds.
 */
export const linkKeysFrom = (secretId: string): KeysFor => {
  const secrets = logged(new SecretsManagerClient({}));
  const keys = cached(kept, async () => {
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: secretId }));
    return readLinkKeys(SecretString ?? '');
  });
  let looked = 0;
  return async (key_id) => {
    const known = await keys();
    if (key_id === undefined || known.byId.has(key_id)) return known;
    // Whichever way the clock has moved.
    const again = Math.abs(Date.now() - looked) >= pause;
    if (again) looked = Date.now();
    return keys(again);
  };
};
