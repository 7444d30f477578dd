import type { EndpointRow } from '../shared/contract/endpoint-row.ts';
import { needsLogin } from '../shared/contract/endpoint-row.ts';
import { endpoints } from '../shared/contract/endpoints.ts';
import type { EndpointName } from './contract-types.ts';

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
  /** Whether it may be sent again when its answer was lost. */
  isRepeatable: boolean;
}

/**
 * Those that the contract calls safe to repeat, or that do the same once more, without a key. Left out is
 * what would send a second e-mail, end a link just made, evaluate twice, or be told that a code or a
 * password is no longer the right one.
 */
const alsoRepeatable: ReadonlySet<string> = new Set<EndpointName>([
  'login',
  'refreshLogin',
  'issueToken',
  'logout',
  'updateInterview',
  'cancelInterview',
  'closeInterview',
  'generateLink',
  'approveKit',
  'archiveKit',
  'speakQuestion',
  'viewInterview',
  'startInterview',
  'submitResponse',
  'completeInterview',
]);

const repeatableMethods: ReadonlySet<string> = new Set(['GET', 'PUT', 'DELETE']);

const routeOf = (name: string, row: EndpointRow): Route => ({
  method: row.method,
  path: row.path,
  needsLogin: needsLogin(row.access),
  hasBody: row.body !== undefined,
  takesKey: row.idempotent === true,
  isRepeatable:
    row.idempotent === true || repeatableMethods.has(row.method) || alsoRepeatable.has(name),
});

/** A route of each endpoint. Builds for browsers and packages replace this module by its value. */
export const routes: Readonly<Record<EndpointName, Route>> = Object.fromEntries(
  Object.entries(endpoints).map(([name, row]) => [name, routeOf(name, row)]),
) as Record<EndpointName, Route>;
