import type { OnRequest } from '../wire/fault.ts';
import { startServer, type WireServer } from '../wire/h2c-server.ts';
import { serveJsonRpc } from '../wire/json-rpc.ts';
import { type FaultErrors, ServiceError } from '../wire/service-error.ts';
import { adminOperations } from './admin.ts';
import { signInOperations } from './sign-in.ts';
import { createTokenIssuer, type KeySet } from './tokens.ts';
import { openUserPool } from './user-pool.ts';

const FAULTS: FaultErrors = {
  throttle: new ServiceError('TooManyRequestsException', 'Rate exceeded'),
  unavailable: new ServiceError('InternalErrorException', 'Internal error', { status: 500 }),
  'access-denied': new ServiceError('AccessDeniedException', 'Not authorized to do this'),
};

export type Cognito = WireServer & {
  userPoolId: string;
  clientId: string;
  /** The `iss` of every token. */
  issuer: string;
  /** The public keys, for a verifier in the same process (`verifier.cacheJwks`). */
  jwks: KeySet;
};

/**
 * Stands in for one Cognito user pool with one public client, where people sign in by e-mail:
 * InitiateAuth, RespondToAuthChallenge, AdminCreateUser, AdminSetUserPassword,
 * AdminAddUserToGroup, and the key set at `/<pool>/.well-known/jwks.json`.
 * The issuer is AWS's own form whatever the port: verifiers insist on it, and tokens outlive us.
 */
export async function startCognito(options: {
  folder: string | null;
  port?: number;
  onRequest?: OnRequest;
  /** `<region>_<letters and digits>`, as verifiers insist. */
  userPoolId?: string;
  clientId?: string;
  /** Milliseconds since 1970. */
  now?: () => number;
}): Promise<Cognito> {
  const { userPoolId = 'us-east-1_TalaroLocal', clientId = 'talarolocalclient' } = options;
  const pool = await openUserPool({
    folder: options.folder,
    id: userPoolId,
    clientId,
    now: options.now ?? Date.now,
  });
  const region = userPoolId.split('_')[0];
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`;
  const tokens = await createTokenIssuer(pool, issuer);
  const signIn = signInOperations(pool, tokens);
  const serve = serveJsonRpc({
    target: 'AWSCognitoIdentityProviderService',
    version: '1.1',
    operations: { ...signIn, ...adminOperations(pool) },
    unsigned: Object.keys(signIn),
    invalidInput: 'InvalidParameterException',
    faults: FAULTS,
    onRequest: options.onRequest,
  });

  const server = await startServer({
    port: options.port ?? 0,
    handle: async (request) => {
      if (request.method !== 'GET') return serve(request);
      if (request.path !== `/${userPoolId}/.well-known/jwks.json`) return { status: 404 };
      const headers = { 'content-type': 'application/json' };
      return { status: 200, headers, body: JSON.stringify(tokens.jwks) };
    },
  });
  return {
    endpoint: server.endpoint,
    async close() {
      await server.close();
      await pool.close();
    },
    userPoolId,
    clientId,
    issuer,
    jwks: tokens.jwks,
  };
}
