import type { OnRequest } from '../wire/fault.ts';
import { startServer } from '../wire/h2c-server.ts';
import { serveJsonRpc } from '../wire/json-rpc.ts';
import { type FaultErrors, ServiceError } from '../wire/service-error.ts';
import { adminOperations } from './admin.ts';
import { openClients } from './client-token.ts';
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
 * machine clients: InitiateAuth, RespondToAuthChallenge, AdminCreateUser, AdminSetUserPassword,
 * AdminAddUserToGroup and GetClientToken.
 */
export const startCognito = async (options: {
  folder: string | null;
  onRequest?: OnRequest;
  /** Milliseconds since 1970. */
  now?: () => number;
}) => {
  const { folder, onRequest, now = Date.now } = options;
  const pool = await openUserPool({ folder, id: userPoolId, clientId, now });
  const tokens = await createTokenIssuer(pool, issuer);
  const machines = await openClients(folder, pool, tokens);
  const signIn = { ...signInOperations(pool, tokens), ...machines.operations };
  const server = await startServer({
    handle: serveJsonRpc({
      target: 'AWSCognitoIdentityProviderService',
      version: '1.1',
      operations: { ...signIn, ...adminOperations(pool) },
      unsigned: Object.keys(signIn),
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
