import * as z from 'zod';
import type { OnRequest } from '../wire/fault.ts';
import { startServer, type WireServer } from '../wire/h2c-server.ts';
import { operation, serveJsonRpc } from '../wire/json-rpc.ts';
import { type FaultErrors, ServiceError } from '../wire/service-error.ts';
import { openStateFile } from '../wire/state-file.ts';

const Parameter = z.object({
  type: z.enum(['String', 'StringList', 'SecureString']),
  value: z.string(),
  version: z.number(),
  /** Milliseconds since 1970. */
  modified: z.number(),
});
const Parameters = z.record(z.string(), Parameter);

const GetParameterInput = z.object({ Name: z.string().min(1) });
const PutParameterInput = z.object({
  Name: z.string().min(1).max(2048),
  // A parameter of the standard tier holds 4 KB.
  Value: z.string().min(1).max(4096),
  Type: Parameter.shape.type.optional(),
  Overwrite: z.boolean().default(false),
});

const FAULTS: FaultErrors = {
  throttle: new ServiceError('ThrottlingException', 'Rate exceeded'),
  unavailable: new ServiceError('InternalServerError', 'Internal error', { status: 500 }),
  'access-denied': new ServiceError('AccessDeniedException', 'Not authorized to do this'),
};

export type Ssm = WireServer & {
  /** Sets a parameter from inside the process, whether it is there or not. */
  put(name: string, value: string): Promise<void>;
};

/**
 * Stands in for AWS Systems Manager's parameter store: GetParameter and PutParameter.
 * Keeps its parameters in `folder`, or only in memory when that is null.
 */
export async function startSsm(options: {
  folder: string | null;
  port?: number;
  onRequest?: OnRequest;
}): Promise<Ssm> {
  const file = await openStateFile({
    folder: options.folder,
    name: 'parameters.json',
    schema: Parameters,
    initial: (): z.infer<typeof Parameters> => ({}),
  });

  const { state, save } = file;

  const put = async ({ Name, Value, Type, Overwrite }: z.output<typeof PutParameterInput>) => {
    const existing = Object.hasOwn(state, Name) ? state[Name] : undefined;
    if (existing && !Overwrite) {
      throw new ServiceError('ParameterAlreadyExists', 'The parameter already exists.');
    }
    const version = (existing?.version ?? 0) + 1;
    const type = Type ?? existing?.type ?? 'String';
    state[Name] = { type, value: Value, version, modified: Date.now() };
    await save();
    return { Version: version, Tier: 'Standard' };
  };

  const get = ({ Name }: z.output<typeof GetParameterInput>) => {
    const parameter = Object.hasOwn(state, Name) ? state[Name] : undefined;
    if (!parameter) throw new ServiceError('ParameterNotFound', `Parameter ${Name} not found.`);
    const { type, value, version, modified } = parameter;
    const LastModifiedDate = modified / 1000;
    return { Parameter: { Name, Type: type, Value: value, Version: version, LastModifiedDate } };
  };

  const server = await startServer({
    port: options.port ?? 0,
    handle: serveJsonRpc({
      target: 'AmazonSSM',
      version: '1.1',
      operations: {
        GetParameter: operation(GetParameterInput, get),
        PutParameter: operation(PutParameterInput, put),
      },
      invalidInput: 'ValidationException',
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
    async put(name, value) {
      await put(PutParameterInput.parse({ Name: name, Value: value, Overwrite: true }));
    },
  };
}
