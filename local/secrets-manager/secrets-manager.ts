import * as z from 'zod';
import type { OnRequest } from '../wire/fault.ts';
import { startServer, type WireServer } from '../wire/h2c-server.ts';
import { operation, serveJsonRpc } from '../wire/json-rpc.ts';
import { type FaultErrors, ServiceError } from '../wire/service-error.ts';
import { openStateFile } from '../wire/state-file.ts';

const Secret = z.object({ current: z.object({ secretString: z.string() }) });
const Secrets = z.record(z.string(), Secret);
const GetSecretValueInput = z.object({ SecretId: z.string().min(1) });

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
 * Stands in for AWS Secrets Manager: GetSecretValue on the wire, seeding from inside the process.
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
  const getSecretValue = operation(GetSecretValueInput, ({ SecretId }) => {
    const secret = Object.hasOwn(state, SecretId) ? state[SecretId] : undefined;
    if (!secret) {
      const message = "Secrets Manager can't find the specified secret.";
      throw new ServiceError('ResourceNotFoundException', message);
    }
    return { Name: SecretId, SecretString: secret.current.secretString };
  });
  const server = await startServer({
    handle: serveJsonRpc({
      target: 'secretsmanager',
      version: '1.1',
      operations: { GetSecretValue: getSecretValue },
      invalidInput: 'InvalidParameterException',
      faults,
      onRequest: options.onRequest,
    }),
  });
  const putSecretValue = async (name: string, secretString: string) => {
    state[name] = { current: { secretString } };
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
