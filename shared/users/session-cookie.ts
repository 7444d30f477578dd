import { AppError } from '../domain/errors.ts';

/** The refresh token of our own pages travels in this cookie, which no script can read. */
const name = '__Host-talaro';
const attributes = 'HttpOnly; Secure; SameSite=Strict; Path=/';

/** How long a login can be refreshed. */
export const refreshTokenDays = 7;

/** The header that gives the cookie to a browser, for as long as its token lives. */
export const cookieWith = (refresh: string) => ({
  'set-cookie': `${name}=${refresh}; ${attributes}; Max-Age=${refreshTokenDays * 24 * 3600}`,
});

/** The header that takes the cookie back. */
export const noCookie = { 'set-cookie': `${name}=; ${attributes}; Max-Age=0` } as const;

/** A request of a page, and where this deployment's own pages are. */
export interface FromPage {
  header(name: string): string;
  baseUrl(): Promise<string>;
}

/** @throws AppError forbidden unless one of this deployment's own pages has sent the request */
export const requireOwnPage = async ({ header, baseUrl }: FromPage): Promise<void> => {
  if (header('origin') === new URL(await baseUrl()).origin) return;
  throw new AppError('forbidden', 'The session cookie is for this deployment’s own pages only');
};

/** The cookie's refresh token; empty if there is no cookie. @throws AppError forbidden */
export const cookieOf = async (page: FromPage): Promise<string> => {
  await requireOwnPage(page);
  const sent = page.header('cookie').split(/; */);
  const own = sent.find((pair) => pair.startsWith(`${name}=`));
  return own?.slice(name.length + 1) ?? '';
};
