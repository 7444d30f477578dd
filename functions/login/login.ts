import type * as z from 'zod';
import type { Login } from '../../shared/contract/endpoints/login.ts';
import { AppError } from '../../shared/domain/errors.ts';
import { WithHeaders } from '../../shared/http/endpoint.ts';
import { errorFacts, logger } from '../../shared/http/log.ts';
import { type LoggedIn, personIn } from '../../shared/users/person.ts';
import { cookieWith, type FromPage, requireOwnPage } from '../../shared/users/session-cookie.ts';
import type { Credentials } from '../../shared/users/users.ts';

interface Tokens {
  access: string;
  expires_in: number;
  refresh: string | undefined;
  /** The ID token, which says who it is. */
  id: string | undefined;
}

export interface Deps {
  logIn(credentials: Credentials): Promise<Tokens>;
  putUserName(person: { user_id: string; name: string }): Promise<void>;
  baseUrl: FromPage['baseUrl'];
}

/** Nobody is kept out because a name could not be kept. */
const keepName = async (deps: Deps, { user_id, name }: LoggedIn): Promise<void> => {
  await deps.putUserName({ user_id, name }).catch((error: unknown) => {
    logger.warn('the name of a person was not kept', { error: errorFacts(error) });
  });
};

/** Logs a person in; our own pages get the refresh token in a cookie. @throws as `logIn` */
export const login = async (
  deps: Deps,
  { session, ...credentials }: z.output<typeof Login>,
  header: FromPage['header'],
) => {
  // Or another site could log its visitor in as somebody else.
  if (session) await requireOwnPage({ header, baseUrl: deps.baseUrl });
  const { access, expires_in, refresh, id } = await deps.logIn(credentials);
  if (!refresh) throw new AppError('invalid_credentials', 'Invalid email or password');
  const person = personIn(id ?? '');
  if (person) await keepName(deps, person);
  const tokens = { access, expires_in, token_type: 'Bearer' as const, ...person };
  return session ? new WithHeaders(tokens, cookieWith(refresh)) : { ...tokens, refresh };
};
