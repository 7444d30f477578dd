import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Operation, operation } from '../wire/json-rpc.ts';
import { ServiceError } from '../wire/service-error.ts';
import { openStateFile } from '../wire/state-file.ts';
import { type TokenIssuer, tokenLife } from './tokens.ts';
import type { UserPool } from './user-pool.ts';

const Client = z.object({ name: z.string(), secret: z.string(), scopes: z.array(z.string()) });
/** By client id. The secrets are readable, as they are for administrators of the real service. */
const Clients = z.record(z.string(), Client);

const GetClientTokenInput = z.object({
  ClientId: z.string().regex(/^[\w+]{1,128}$/),
  Secret: z.string().min(1),
  Scopes: z.array(z.string()).optional(),
});

/** Opens the machine clients of a pool: app clients with a secret and scopes of resource servers. */
export const openClients = async (folder: string | null, pool: UserPool, tokens: TokenIssuer) => {
  const file = await openStateFile({
    folder,
    name: 'clients.json',
    schema: Clients,
    initial: (): z.infer<typeof Clients> => ({}),
  });

  const getClientToken = operation(GetClientTokenInput, async ({ ClientId, Secret, Scopes }) => {
    const client = Object.hasOwn(file.state, ClientId) ? file.state[ClientId] : undefined;
    if (!client && ClientId !== pool.clientId) {
      const message = `User pool client ${ClientId} does not exist.`;
      throw new ServiceError('ResourceNotFoundException', message);
    }
    if (client?.secret !== Secret) {
      throw new ServiceError('NotAuthorizedException', 'Invalid client or secret');
    }
    const scopes = Scopes ?? client.scopes;
    if (!scopes.every((scope) => client.scopes.includes(scope))) {
      throw new ServiceError('InvalidParameterException', 'Invalid scope requested');
    }
    const token = await tokens.sign({
      sub: ClientId,
      token_use: 'access',
      scope: scopes.join(' '),
      auth_time: Math.floor(pool.now() / 1000),
      version: 2,
      jti: randomUUID(),
      client_id: ClientId,
    });
    return {
      ClientAuthenticationResult: {
        AccessToken: token,
        ExpiresIn: tokenLife,
        TokenType: 'Bearer',
      },
    };
  });

  const operations: Record<string, Operation> = { GetClientToken: getClientToken };
  return {
    operations,
    has: (client_id: string) => Object.hasOwn(file.state, client_id),
    /** The client of this name, made if there is none, as a deployment does. */
    async create(name: string, scopes: readonly string[]) {
      const known = Object.entries(file.state).find(([, client]) => client.name === name);
      if (known) return { client_id: known[0], client_secret: known[1].secret };
      const client_id = randomBytes(13).toString('hex');
      const secret = randomBytes(26).toString('hex').slice(1);
      file.state[client_id] = { name, secret, scopes: [...scopes] };
      await file.save();
      return { client_id, client_secret: secret };
    },
    close: file.close,
  };
};
