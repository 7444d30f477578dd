import type { Mail } from '../outbox.ts';
import type { OnRequest } from '../wire/fault.ts';
import { startServer } from '../wire/h2c-server.ts';
import { serveJsonRpc } from '../wire/json-rpc.ts';
import { type FaultErrors, ServiceError } from '../wire/service-error.ts';
import { adminOperations } from './admin.ts';
import { openClients } from './client-token.ts';
import { passwordOperations } from './passwords.ts';
import { peopleOperations } from './people.ts';
import { signInOperations } from './sign-in.ts';
import { createTokenIssuer } from './tokens.ts';
import { openUserPool } from './user-pool.ts';

const faults: FaultErrors = {
  throttle: new ServiceError('TooManyRequestsException', 'Rate exceeded'),
  unavailable: new ServiceError('InternalErrorException', 'Internal error', { status: 500 }),
  'access-denied': new ServiceError('AccessDeniedException', 'Not authorized to do this'),
};

// `<region>_<letters and digits>`, as verifiers require.
const userPoolId = 'us-east-1_TalaroLocal';
const clientId = 'talarolocalclient';
// AWS's own form whatever the port: verifiers require it, and tokens outlive this process.
const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}`;

/**
 * Stands in for one Cognito user pool with one public client, where people sign in by e-mail, and
 * machine clients: the operations of the files beside this one.
 */
export const startCognito = async (options: {
  folder: string | null;
  onRequest?: OnRequest;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Delivers what Cognito would send by e-mail; nothing is sent without it. */
  send?: (mail: Mail) => Promise<void>;
}) => {
  const { folder, onRequest, now = Date.now, send = async () => {} } = options;
  const pool = await openUserPool({ folder, id: userPoolId, clientId, now, send });
  const tokens = await createTokenIssuer(pool, issuer);
  const machines = await openClients(folder, pool, tokens);
  const unsigned = {
    ...signInOperations(pool, tokens),
    ...passwordOperations(pool, tokens),
    ...machines.operations,
  };
  const server = await startServer({
    handle: serveJsonRpc({
      target: 'AWSCognitoIdentityProviderService',
      version: '1.1',
      operations: { ...unsigned, ...adminOperations(pool), ...peopleOperations(pool) },
      unsigned: Object.keys(unsigned),
      invalidInput: 'InvalidParameterException',
      faults,
      onRequest,
    }),
  });
  return {
    endpoint: server.endpoint,
    async close() {
      await server.close();
      await pool.close();
      await machines.close();
    },
    userPoolId,
    clientId,
    createMachineClient: machines.create,
    /** Whether tokens of this client are the pool's. */
    hasClient: (id: string) => id === clientId || machines.has(id),
    /** The `iss` of every token. */
    issuer,
    /** The public keys, for a verifier in the same process (`verifier.cacheJwks`). */
    jwks: tokens.jwks,
  };
};
