import type { APIGatewayProxyEvent } from 'aws-lambda';
import { AppError } from '../domain/errors.ts';
import { gatewayError } from './gateway-errors.ts';

/** A logged-in person who works with interviews. */
export interface Recruiter {
  /** The Cognito user id. */
  recruiter: string;
  /** Whether it is an admin; absent for others. */
  admin?: true;
}

/** A program of the deployment's owner, such as an applicant tracking system. */
export interface Machine {
  /** The Cognito client id. */
  machine: string;
}

/** The Cognito groups whose members may work with interviews. */
export const recruiterGroups = ['admin', 'recruiter'] as const;

/** The scope that the access token of a person has, and no machine client can get. */
export const personScope = 'aws.cognito.signin.user.admin';
/** The scopes of machine clients: to read, and to do also what a recruiter may. */
export const machineScopes = { read: 'talaro/read', write: 'talaro/write' } as const;

/** What a route asks of its caller. */
interface Asked {
  access: 'recruiter' | 'person' | 'admin';
  /** A machine client with the scope to read may GET, and nothing else. */
  method: string;
}

/**
 * The caller, from the claims that the authorizer has verified. A token is a person's or a machine's
 * by its scope alone, which Cognito sets; one that has traits of both is neither.
 * @throws AppError unauthorized without claims (a route wired without its authorizer fails closed),
 * forbidden without the role or the scope
 */
export const callerOf = (
  event: APIGatewayProxyEvent,
  { access, method }: Asked,
): Recruiter | Machine => {
  const claims: Record<string, unknown> = event.requestContext.authorizer?.claims ?? {};
  const sub = textOf(claims.sub);
  const client_id = textOf(claims.client_id);
  if (!sub && !client_id) throw new AppError('unauthorized', gatewayError('UNAUTHORIZED').error);
  const scopes = textOf(claims.scope).split(' ');
  const enough = [machineScopes.write, ...(method === 'GET' ? [machineScopes.read] : [])];
  if (isPerson(scopes, sub, client_id)) {
    // API Gateway turns the list of groups into one string.
    const groups = String(claims['cognito:groups'] ?? '').split(/[\s,[\]]+/);
    const wanted: readonly string[] = access === 'admin' ? ['admin'] : recruiterGroups;
    if (groups.some((group) => wanted.includes(group))) {
      return { recruiter: sub, ...(groups.includes('admin') && { admin: true }) };
    }
  } else if (access === 'recruiter' && isMachine(claims, scopes)) {
    if (client_id && enough.some((scope) => scopes.includes(scope))) return { machine: client_id };
  }
  throw new AppError('forbidden', gatewayError('ACCESS_DENIED').error);
};

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '');

const ofMachines: readonly string[] = Object.values(machineScopes);

/** The subject of a client's own token is the client. */
const isPerson = (scopes: readonly string[], sub: string, client_id: string): boolean =>
  scopes.includes(personScope) &&
  !scopes.some((scope) => ofMachines.includes(scope)) &&
  sub !== '' &&
  sub !== client_id;

const isMachine = (claims: Record<string, unknown>, scopes: readonly string[]): boolean =>
  !scopes.includes(personScope) && !('cognito:groups' in claims) && !('username' in claims);
