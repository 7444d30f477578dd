import type { EndpointRow } from '../shared/contract/endpoint-row.ts';
import { needsLogin } from '../shared/contract/endpoint-row.ts';
import { type Endpoints, endpoints } from '../shared/contract/endpoints.ts';

export type EndpointName = keyof Endpoints;

/** What a call has to know of its endpoint. */
export interface Route {
  method: EndpointRow['method'];
  /** With a trailing slash and `{name}` parameters. */
  path: string;
  needsLogin: boolean;
  /** Whether what is not in the path goes into the body, and not into the query. */
  hasBody: boolean;
  /** Whether it takes an `Idempotency-Key`. */
  takesKey: boolean;
}

const routeOf = (row: EndpointRow): Route => ({
  method: row.method,
  path: row.path,
  needsLogin: needsLogin(row.access),
  hasBody: row.body !== undefined,
  takesKey: row.idempotent === true,
});

/** A route of each endpoint. Builds for browsers and packages replace this module by its value. */
export const routes: Readonly<Record<EndpointName, Route>> = Object.fromEntries(
  Object.entries(endpoints).map(([name, row]) => [name, routeOf(row)]),
) as Record<EndpointName, Route>;
