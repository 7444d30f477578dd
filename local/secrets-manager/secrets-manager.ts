import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { OnRequest } from '../wire/fault.ts';
import { startServer, type WireServer } from '../wire/h2c-server.ts';
import { operation, serveJsonRpc } from '../wire/json-rpc.ts';
import { type FaultErrors, ServiceError } from '../wire/service-error.ts';
import { openStateFile } from '../wire/state-file.ts';

const Version = z.object({
  id: z.string(),
  secretString: z.string(),
  /** Milliseconds since 1970. */
  created: z.number(),
});
const Secret = z.object({ arn: z.string(), current: Version, previous: Version.optional() });
const Secrets = z.record(z.string(), Secret);

const GetSecretValueInput = z.object({
  SecretId: z.string().min(1),
  VersionId: z.string().optional(),
  VersionStage: z.string().optional(),
});

const FAULTS: FaultErrors = {
  throttle: new ServiceError('ThrottlingException', 'Rate exceeded'),
  unavailable: new ServiceError('InternalServiceError', 'Internal error', { status: 500 }),
  'access-denied': new ServiceError('AccessDeniedException', 'Not authorized to do this'),
};

export type SecretsManager = WireServer & {
  /** Makes the secret with the value that `generate` gives, unless it is there. Returns its ARN. */
  createSecret(name: string, generate: () => string): Promise<string>;
  /** Gives a secret that is there a new current value, as a rotation does. */
  putSecretValue(name: string, secretString: string): Promise<void>;
};

/**
 * Stands in for AWS Secrets Manager: GetSecretValue on the wire, seeding from inside the process.
 * Keeps the secrets in `folder`, or only in memory when that is null.
 */
export async function startSecretsManager(options: {
  folder: string | null;
  port?: number;
  onRequest?: OnRequest;
}): Promise<SecretsManager> {
  const file = await openStateFile({
    folder: options.folder,
    name: 'secrets.json',
    schema: Secrets,
    initial: (): z.infer<typeof Secrets> => ({}),
  });

  const { state, save } = file;

  const getSecretValue = (input: z.output<typeof GetSecretValueInput>) => {
    const { SecretId, VersionId, VersionStage } = input;
    const found = Object.entries(state).find(
      ([name, { arn }]) => name === SecretId || arn === SecretId,
    );
    if (!found) throw notFound("Secrets Manager can't find the specified secret.");
    const [Name, { arn, current, previous }] = found;
    const staged = [
      { ...current, stage: 'AWSCURRENT' },
      ...(previous ? [{ ...previous, stage: 'AWSPREVIOUS' }] : []),
    ];
    const stage = VersionStage ?? (VersionId ? undefined : 'AWSCURRENT');
    const version = staged.find(
      (one) => (!VersionId || one.id === VersionId) && (!stage || one.stage === stage),
    );
    if (!version) throw notFound("Secrets Manager can't find the specified secret value.");
    return {
      ARN: arn,
      Name,
      VersionId: version.id,
      VersionStages: [version.stage],
      SecretString: version.secretString,
      CreatedDate: version.created / 1000,
    };
  };

  const server = await startServer({
    port: options.port ?? 0,
    handle: serveJsonRpc({
      target: 'secretsmanager',
      version: '1.1',
      operations: { GetSecretValue: operation(GetSecretValueInput, getSecretValue) },
      invalidInput: 'InvalidParameterException',
      faults: FAULTS,
      onRequest: options.onRequest,
    }),
  });
  return {
    endpoint: server.endpoint,
    async close() {
      await server.close();
      await file.close();
    },
    async createSecret(name, generate) {
      const arn = `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}-local0`;
      const secret = state[name] ?? { arn, current: newVersion(generate()) };
      state[name] = secret;
      await save();
      return secret.arn;
    },
    async putSecretValue(name, secretString) {
      const secret = state[name];
      if (!secret) throw new Error(`There is no secret ${name}`);
      secret.previous = secret.current;
      secret.current = newVersion(secretString);
      await save();
    },
  };
}

function newVersion(secretString: string): z.infer<typeof Version> {
  return { id: randomUUID(), secretString, created: Date.now() };
}

function notFound(message: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', message);
}
