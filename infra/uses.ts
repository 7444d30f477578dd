import type { Use } from '../shared/contract/endpoint-row.ts';
import type { EndpointFunction } from './endpoint-function.ts';

/** Gives a function the rights to something, together with the variables that locate it. */
export type Grant = (fn: EndpointFunction) => void;

/** The grant for each use in an endpoint's row. A new use without a grant does not compile. */
export type Grants = Readonly<Record<Use, Grant>>;

/** Gives a function the grants for the uses in its row, and nothing else. */
export const grantUses = (grants: Grants, uses: readonly Use[], fn: EndpointFunction): void => {
  for (const use of uses) grants[use](fn);
};
