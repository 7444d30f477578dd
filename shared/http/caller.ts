import type { APIGatewayProxyEvent } from 'aws-lambda';
import { AppError } from '../domain/errors.ts';
import { gatewayError } from './gateway-errors.ts';

/** A logged-in person who works with interviews. */
export interface Recruiter {
  /** The Cognito user id. */
  recruiter: string;
}

/** The Cognito groups whose members may work with interviews. */
export const recruiterGroups: readonly string[] = ['admin', 'recruiter'];

/**
 * The caller, from the claims that the authorizer has verified.
 * @throws AppError unauthorized without claims (a route wired without its authorizer fails closed),
 * forbidden without the role
 */
export const callerOf = (event: APIGatewayProxyEvent): Recruiter => {
  const claims: Record<string, unknown> = event.requestContext.authorizer?.claims ?? {};
  if (typeof claims.sub !== 'string' || !claims.sub) {
    throw new AppError('unauthorized', gatewayError('UNAUTHORIZED').error);
  }
  // API Gateway turns the list of groups into one string.
  const groups = String(claims['cognito:groups'] ?? '').split(/[\s,[\]]+/);
  if (!groups.some((group) => recruiterGroups.includes(group))) {
    throw new AppError('forbidden', gatewayError('ACCESS_DENIED').error);
  }
  return { recruiter: claims.sub };
};
