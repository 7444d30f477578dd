import { randomBytes } from 'node:crypto';
import {
  GetSecretValueCommand,
  InvalidParameterException,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { readLinkKeys } from '../domain/link-token.ts';

/** The secret as it is stored: `current` names a key, every other name is the id of one. */
type Keys = Readonly<Record<string, string>>;

const lastId = 255;

/** Adds a random key under the next free id, and has new links signed with it. @throws Error if no id is free */
export const withNewKey = (keys: Keys): Keys => {
  const after = Array.from({ length: lastId }, (_, n) => ((Number(keys.current) + n) % lastId) + 1);
  const id = after.find((one) => !Object.hasOwn(keys, String(one)));
  if (!id) throw new Error(`All ${lastId} key ids are in use: retire one first`);
  return { ...keys, [id]: randomBytes(48).toString('base64url'), current: String(id) };
};

/** Removes an old key, and with it every link that it signed. @throws Error for the current key, or none */
export const withoutKey = (keys: Keys, id: string): Keys => {
  if (id === keys.current) throw new Error(`Key ${id} signs new links: rotate first, retire later`);
  if (id === 'current' || !Object.hasOwn(keys, id)) throw new Error(`There is no key ${id}`);
  const { [id]: _, ...left } = keys;
  return left;
};

/**
 * Changes the keys in their secret, as one step: of two people who do so at once, one changes
 * nothing. Writing the value alone would let the later one overwrite the other's key, and with it
 * the links signed since.
 * @param change the new keys from the old ones
 * @param dry_run whether the secret stays as it is
 * @returns the ids of the keys that result, and the current one; never a key
 * @throws Error saying what is wrong, without a key
 */
export const changeKeys = async (
  secrets: SecretsManagerClient,
  { secret_id, dry_run }: { secret_id: string; dry_run: boolean },
  change: (keys: Keys) => Keys,
): Promise<{ current: number; ids: number[] }> => {
  const SecretId = secret_id;
  try {
    const read = await secrets.send(new GetSecretValueCommand({ SecretId }));
    const { SecretString = '', VersionId } = read;
    readLinkKeys(SecretString);
    const changed = JSON.stringify(change(JSON.parse(SecretString)));
    const { current, byId } = readLinkKeys(changed);
    if (!dry_run) await replace(secrets, { SecretId, SecretString: changed, VersionId });
    return { current, ids: [...byId.keys()] };
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    throw new Error(`There is no secret ${secret_id} in this region`, { cause: error });
  }
};

/** Makes a value the current one, unless that has been changed since it was read. */
const replace = async (
  secrets: SecretsManagerClient,
  {
    VersionId,
    ...value
  }: { SecretId: string; SecretString: string; VersionId: string | undefined },
) => {
  const put = new PutSecretValueCommand({ ...value, VersionStages: ['AWSPENDING'] });
  const made = await secrets.send(put);
  try {
    await secrets.send(
      new UpdateSecretVersionStageCommand({
        SecretId: value.SecretId,
        VersionStage: 'AWSCURRENT',
        MoveToVersionId: made.VersionId,
        RemoveFromVersionId: VersionId,
      }),
    );
  } catch (error) {
    if (!(error instanceof InvalidParameterException)) throw error;
    const message =
      'The secret was changed by someone else meanwhile: nothing was done; look at it and run this again';
    throw new Error(message, { cause: error });
  }
};
