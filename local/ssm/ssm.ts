import * as z from 'zod';
import type { OnRequest } from '../wire/fault.ts';
import { startServer, type WireServer } from '../wire/h2c-server.ts';
import { operation, serveJsonRpc } from '../wire/json-rpc.ts';
import { type FaultErrors, ServiceError } from '../wire/service-error.ts';
import { openStateFile } from '../wire/state-file.ts';

const Parameters = z.record(z.string(), z.object({ value: z.string() }));
const GetParameterInput = z.object({ Name: z.string().min(1) });

const faults: FaultErrors = {
  throttle: new ServiceError('ThrottlingException', 'Rate exceeded'),
  unavailable: new ServiceError('InternalServerError', 'Internal error', { status: 500 }),
  'access-denied': new ServiceError('AccessDeniedException', 'Not authorized to do this'),
};

interface Ssm extends WireServer {
  /** Sets a parameter from inside the process, whether it exists or not. */
  put(name: string, value: string): Promise<void>;
}

/**
 * Stands in for AWS Systems Manager Parameter Store: GetParameter.
 * Keeps its parameters in `folder`, or only in memory if that is null.
 */
export const startSsm = async (options: {
  folder: string | null;
  onRequest?: OnRequest;
}): Promise<Ssm> => {
  const { state, save, close } = await openStateFile({
    folder: options.folder,
    name: 'parameters.json',
    schema: Parameters,
    initial: (): z.infer<typeof Parameters> => ({}),
  });
  const getParameter = operation(GetParameterInput, ({ Name }) => {
    const parameter = Object.hasOwn(state, Name) ? state[Name] : undefined;
    if (!parameter) throw new ServiceError('ParameterNotFound', `Parameter ${Name} not found.`);
    return { Parameter: { Name, Type: 'String', Value: parameter.value } };
  });
  const server = await startServer({
    handle: serveJsonRpc({
      target: 'AmazonSSM',
      version: '1.1',
      operations: { GetParameter: getParameter },
      invalidInput: 'ValidationException',
      faults,
      onRequest: options.onRequest,
    }),
  });
  return {
    endpoint: server.endpoint,
    async close() {
      await server.close();
      await close();
    },
    async put(name, value) {
      state[name] = { value };
      await save();
    },
  };
};
