import * as z from 'zod';
import { jsonIn } from '../domain/plain-text.ts';

/** The name of a person for whom none is kept: the part of the address before the @. */
export const nameOf = ({ name, email }: { name?: string | undefined; email: string }): string =>
  name || email.split('@', 1)[0] || email;

const Claims = z.object({ sub: z.string(), email: z.string(), name: z.string().optional() });

/** Whose login it is. */
export interface LoggedIn {
  user_id: string;
  name: string;
  email: string;
}

/**
 * Who has logged in, from the ID token that Cognito itself has just returned, so it is not verified
 * again; null if it does not say.
 */
export const personIn = (id_token: string): LoggedIn | null => {
  const payload = Buffer.from(id_token.split('.')[1] ?? '', 'base64url').toString();
  const claims = Claims.safeParse(jsonIn(payload)).data;
  return claims ? { user_id: claims.sub, name: nameOf(claims), email: claims.email } : null;
};
