import type { APIGatewayProxyEvent } from 'aws-lambda';
import { AppError } from '../domain/errors.ts';
import { gatewayError } from './gateway-errors.ts';

/** A logged-in person who works with interviews. */
export interface Recruiter {
  /** The Cognito user id. */
  recruiter: string;
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
 * The caller, from the claims that the authorizer has verified.
 * @throws AppError unauthorized without claims (a route wired without its authorizer fails closed),
 * forbidden without the role or the scope
 */
export const callerOf = (
  event: APIGatewayProxyEvent,
  { access, method }: Asked,
): Recruiter | Machine => {
  const claims: Record<string, unknown> = event.requestContext.authorizer?.claims ?? {};
  const { sub, client_id } = claims;
  if (typeof sub !== 'string' || !sub) {
    throw new AppError('unauthorized', gatewayError('UNAUTHORIZED').error);
  }
  const scopes = String(claims.scope ?? '').split(' ');
  if (scopes.includes(personScope)) {
    // API Gateway turns the list of groups into one string.
    const groups = String(claims['cognito:groups'] ?? '').split(/[\s,[\]]+/);
    const wanted: readonly string[] = access === 'admin' ? ['admin'] : recruiterGroups;
    if (groups.some((group) => wanted.includes(group))) return { recruiter: sub };
  } else if (access === 'recruiter' && typeof client_id === 'string') {
    const enough = [machineScopes.write, ...(method === 'GET' ? [machineScopes.read] : [])];
    if (enough.some((scope) => scopes.includes(scope))) return { machine: client_id };
  }
  throw new AppError('forbidden', gatewayError('ACCESS_DENIED').error);
};
