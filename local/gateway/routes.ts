import { type EndpointRow, needsLogin } from '../../shared/contract/endpoint-row.ts';

export interface Route {
  row: EndpointRow;
  params: Record<string, string>;
}

const segments = (path: string) => path.replace(/\/$/, '').split('/');

const paramsOf = (row: EndpointRow, sent: string[]): Record<string, string> | null => {
  const wanted = segments(row.path);
  if (wanted.length !== sent.length) return null;
  const params: Record<string, string> = {};
  for (const [n, segment] of wanted.entries()) {
    const value = sent[n] ?? '';
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name && value) params[name] = decodeURIComponent(value);
    else if (segment !== value) return null;
  }
  return params;
};

/**
 * Finds the route of a request as API Gateway does: with or without the trailing slash, fixed
 * segments before parameters, HEAD as GET on routes that need no login.
 * @throws URIError for a path that cannot be decoded
 */
export const findRoute = (
  rows: readonly EndpointRow[],
  method: string,
  path: string,
): Route | null => {
  const sent = segments(path);
  const matches = rows.flatMap((row) => {
    const headAsGet = method === 'HEAD' && row.method === 'GET' && !needsLogin(row.access);
    if (row.method !== method && !headAsGet) return [];
    const params = paramsOf(row, sent);
    return params ? [{ row, params }] : [];
  });
  const fewest = matches.toSorted(
    (a, b) => Object.keys(a.params).length - Object.keys(b.params).length,
  );
  return fewest[0] ?? null;
};
