// CloudFront runs the source of this (infra/edge.ts): it imports nothing, and is written in what its
// JavaScript runtime 2.0 has.

/**
 * The file of the site that answers a path. One that ends in a slash is no file, but the address to
 * redirect to: a page's own, from which its relative links lead on. The console finds its screens
 * itself, so all of their addresses are answered by its one page; what has an extension is a file.
 */
export const pageAt = (path: string): string => {
  const folders = ['/console', '/docs', '/components/ai-interview-link-generator'];
  if (folders.includes(path)) return `${path}/`;
  if (path === '/') return '/interview.html';
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (path.startsWith('/console/') && !last.includes('.')) return '/console/index.html';
  return path.endsWith('/') ? `${path}index.html` : path;
};
