import type { LinkStatus } from '../contract/link-status.ts';
import type { Interview } from '../domain/interview.ts';
import type { LinkKeys } from '../domain/link-token.ts';
import { windowOf, windowState } from '../domain/window.ts';

const byTime = { early: 'not_open', open: 'open', expired: 'expired' } as const;

/**
 * The state of a link that was signed with this key, if there is one: a link whose key has been
 * retired is none.
 * @param now milliseconds since the epoch
 */
export const linkStatus = (
  keys: LinkKeys,
  { status, starts_at, ends_at }: Pick<Interview, 'status' | 'starts_at' | 'ends_at'>,
  key_id: number | undefined,
  now: number,
): LinkStatus => {
  if (!starts_at || !ends_at || key_id === undefined || !keys.byId.has(key_id)) return 'none';
  if (status === 'completed' || status === 'cancelled') return 'closed';
  return byTime[windowState(windowOf({ starts_at, ends_at }), now)];
};
