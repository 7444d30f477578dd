/**
 * The interview's id from the link token (bytes 2 to 18), or null if the token is incomplete. Not
 * verified: it is only a reference to quote to the employer, and grants no access.
 */
export const referenceIn = (token: string): string | null => {
  if (!/^[\w-]{110}$/.test(token)) return null;
  // Four characters encode three bytes: the first 24 characters encode the first 18 bytes.
  const bytes = atob(token.slice(0, 24).replaceAll('-', '+').replaceAll('_', '/'));
  const hex = [...bytes.slice(2)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'));
  return hex.join('').replace(/(.{8})(....)(....)(....)/, '$1-$2-$3-$4-');
};
