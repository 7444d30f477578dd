import { forgetLogin, rememberLogin } from './device.ts';
import { session, talaro } from './talaro.ts';

/** Who is logged in, as far as the page knows; what they may do is decided by the API. */
export interface Account {
  email: string;
  isAdmin: boolean;
}

const claimsOf = (access: string): Record<string, unknown> => {
  const [, payload = ''] = access.split('.');
  const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (char) =>
    char.charCodeAt(0),
  );
  return JSON.parse(new TextDecoder().decode(bytes));
};

const accountOf = (access: string, email: string): Account => {
  const groups = claimsOf(access)['cognito:groups'];
  return { email, isAdmin: Array.isArray(groups) && groups.includes('admin') };
};

/** The account of a login that is still valid, or null. @throws TalaroError without an answer */
export const resume = async (email: string): Promise<Account | null> => {
  const access = await session.access();
  return access === null ? null : accountOf(access, email);
};

/** @throws TalaroError, such as `new_password_required` */
export const logIn = async (email: string, password: string, new_password?: string) => {
  const tokens = await talaro.login({
    email,
    password,
    session: 'cookie',
    ...(new_password !== undefined && { new_password }),
  });
  session.set(tokens);
  rememberLogin(email);
  return accountOf(tokens.access, email);
};

/** Ends the login here and on the server. @throws TalaroError where the server was not reached */
export const logOut = async (): Promise<void> => {
  await talaro.logout({ session: 'cookie' });
  session.set(null);
  forgetLogin();
};
