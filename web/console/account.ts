import type { Tokens } from './talaro.ts';

/** Who is logged in, as far as the page knows; what they may do is decided by the API. */
export interface Account {
  user_id: string;
  name: string;
  email: string;
  isAdmin: boolean;
}

const claimsOf = (access: string): Record<string, unknown> => {
  const [, payload = ''] = access.split('.');
  return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
};

/** Whose tokens these are. The page only reads the access token, and the API checks it. */
export const accountOf = ({ access, user_id = '', name = '', email = '' }: Tokens): Account => {
  const groups = claimsOf(access)['cognito:groups'];
  return { user_id, name, email, isAdmin: Array.isArray(groups) && groups.includes('admin') };
};
