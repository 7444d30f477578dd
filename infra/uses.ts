import type { Use } from '../shared/contract/endpoint-row.ts';
import type { EndpointFunction } from './endpoint-function.ts';

/** Gives a function the rights to something, together with the variables that say where it is. */
export type Grant = (fn: EndpointFunction) => void;

/** What each use of an endpoint's row means. A new use without a grant does not compile. */
export type Grants = Readonly<Record<Use, Grant>>;

/** Gives a function what its row says that it uses, and nothing else. */
export const grantUses = (grants: Grants, uses: readonly Use[], fn: EndpointFunction): void => {
  for (const use of uses) grants[use](fn);
};
