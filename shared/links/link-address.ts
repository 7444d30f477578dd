// CloudFront runs the source of these two (infra/edge.ts): they import nothing, and are written in
// what its JavaScript runtime 2.0 has.

/**
 * The token in the end of a link's address, to which mail programs add what stands around an
 * address: a full stop, a bracket, a quote, an entity, percent-encoded or not. 110 characters in a
 * row, the length of a token, are it; else all up to the first character that no token has.
 */
export const tokenSent = (sent: string): string => {
  const character = (hex: string) => String.fromCharCode(Number.parseInt(hex.slice(1), 16));
  const text = sent.replace(/%[0-9A-Fa-f]{2}/g, character);
  const found = /[A-Za-z0-9_-]{110}/.exec(text) || /^[A-Za-z0-9_-]*/.exec(text);
  return found ? found[0] : '';
};

/**
 * The path that API Gateway is asked for: a link's is clean, and none has a trailing slash. It has
 * its routes without one, and must not have to choose between such a route and the catch-all.
 */
export const routedPath = (path: string): string => {
  const link = '/api/interviews/public/';
  if (`${path}/`.startsWith(link)) {
    // Rubbish alone, or nothing, is a token that is refused, not an address without a route.
    return link + (tokenSent(path.slice(link.length)) || '-');
  }
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
};
