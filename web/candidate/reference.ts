/**
 * The interview's id as the link token carries it (bytes 2 to 18), or null where the token is not
 * whole. Not verified: it is a number to name to the employer, and opens nothing.
 */
export const referenceIn = (token: string): string | null => {
  if (!/^[\w-]{110}$/.test(token)) return null;
  // Three bytes a group of four characters: the first 24 characters hold the first 18 bytes.
  const bytes = atob(token.slice(0, 24).replaceAll('-', '+').replaceAll('_', '/'));
  const hex = [...bytes.slice(2)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'));
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
