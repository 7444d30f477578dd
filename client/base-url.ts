const ownMachine = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The start of every address, without a slash at its end; a path before the API's is kept.
 * @throws TypeError for what is no address, or one that would carry logins and tokens in clear
 */
export const rootOf = (base_url: string): string => {
  if (base_url === '') return '';
  const url = new URL(base_url);
  const isSafe = url.protocol === 'https:' || ownMachine.test(url.hostname);
  if (!isSafe) throw new TypeError(`base_url must begin with https://: ${url.origin}`);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
};
