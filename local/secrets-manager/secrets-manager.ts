import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { OnRequest } from '../wire/fault.ts';
import { startServer, type WireServer } from '../wire/h2c-server.ts';
import { operation, serveJsonRpc } from '../wire/json-rpc.ts';
import { type FaultErrors, ServiceError } from '../wire/service-error.ts';
import { openStateFile } from '../wire/state-file.ts';

/** The id is missing in what an earlier version of the stand-in has stored. */
const Version = z.object({ secretString: z.string(), versionId: z.string().default('first') });
/** `waiting` are the values that were not made current, by the ids of their versions. */
const Secret = z.object({
  current: Version,
  waiting: z.record(z.string(), z.string()).default({}),
});
const Secrets = z.record(z.string(), Secret);
const SecretId = z.string().min(1);
const GetSecretValueInput = z.object({ SecretId });
/** A value that becomes the current one automatically needs no second step, and we never write one. */
const PutSecretValueInput = z.object({
  SecretId,
  SecretString: z.string().min(1),
  ClientRequestToken: z.string().min(32),
  VersionStages: z.tuple([z.literal('AWSPENDING')]),
});
const UpdateSecretVersionStageInput = z.object({
  SecretId,
  VersionStage: z.literal('AWSCURRENT'),
  MoveToVersionId: z.string().min(32),
  RemoveFromVersionId: z.string().min(1),
});

const faults: FaultErrors = {
  throttle: new ServiceError('ThrottlingException', 'Rate exceeded'),
  unavailable: new ServiceError('InternalServiceError', 'Internal error', { status: 500 }),
  'access-denied': new ServiceError('AccessDeniedException', 'Not authorized to do this'),
};

interface SecretsManager extends WireServer {
  /** Creates the secret with the value that `generate` returns, unless it is there. */
  createSecret(name: string, generate: () => string): Promise<void>;
  /** Gives a secret a new value, as a rotation does. */
  putSecretValue(name: string, secretString: string): Promise<void>;
}

/**
 * Stands in for AWS Secrets Manager: reading a secret and changing it in two steps on the wire,
 * seeding from inside the process.
 * Keeps the secrets in `folder`, or only in memory if that is null.
 */
export const startSecretsManager = async (options: {
  folder: string | null;
  onRequest?: OnRequest;
}): Promise<SecretsManager> => {
  const { state, save, close } = await openStateFile({
    folder: options.folder,
    name: 'secrets.json',
    schema: Secrets,
    initial: (): z.infer<typeof Secrets> => ({}),
  });
  const find = (name: string) => {
    const secret = Object.hasOwn(state, name) ? state[name] : undefined;
    if (secret) return secret;
    const message = "Secrets Manager can't find the specified secret.";
    throw new ServiceError('ResourceNotFoundException', message);
  };
  const getSecretValue = operation(GetSecretValueInput, ({ SecretId: Name }) => {
    const { secretString, versionId } = find(Name).current;
    return { Name, SecretString: secretString, VersionId: versionId };
  });
  const putPending = operation(PutSecretValueInput, async ({ SecretId: Name, ...input }) => {
    const { SecretString: secretString, ClientRequestToken: versionId } = input;
    find(Name).waiting[versionId] = secretString;
    await save();
    return { Name, VersionId: versionId, VersionStages: input.VersionStages };
  });
  const makeCurrent = operation(UpdateSecretVersionStageInput, async (input) => {
    const secret = find(input.SecretId);
    if (secret.current.versionId !== input.RemoveFromVersionId) {
      const message = 'The staging label AWSCURRENT is attached to another version.';
      throw new ServiceError('InvalidParameterException', message);
    }
    const { [input.MoveToVersionId]: secretString, ...waiting } = secret.waiting;
    if (secretString === undefined) {
      throw new ServiceError('ResourceNotFoundException', 'There is no such version.');
    }
    state[input.SecretId] = {
      current: { secretString, versionId: input.MoveToVersionId },
      waiting,
    };
    await save();
    return { Name: input.SecretId };
  });
  const server = await startServer({
    handle: serveJsonRpc({
      target: 'secretsmanager',
      version: '1.1',
      operations: {
        GetSecretValue: getSecretValue,
        PutSecretValue: putPending,
        UpdateSecretVersionStage: makeCurrent,
      },
      invalidInput: 'InvalidParameterException',
      faults,
      onRequest: options.onRequest,
    }),
  });
  const putSecretValue = async (name: string, secretString: string) => {
    state[name] = { current: { secretString, versionId: randomUUID() }, waiting: {} };
    await save();
  };
  return {
    endpoint: server.endpoint,
    async close() {
      await server.close();
      await close();
    },
    async createSecret(name, generate) {
      if (!state[name]) await putSecretValue(name, generate());
    },
    putSecretValue,
  };
};
