import * as z from 'zod';
import type { PersonView, Role } from '../../shared/contract/person-view.ts';
import { keyOfCursor, openCursor, sealCursor } from '../../shared/domain/cursor.ts';
import type { KeysFor } from '../../shared/domain/link-token.ts';
import type { Account } from '../../shared/users/directory.ts';

export interface Deps {
  accounts(): Promise<Account[]>;
  /** The ids of those who have a role. */
  membersOf(role: Role): Promise<ReadonlySet<string>>;
  linkKeys: KeysFor;
}

const query = 'list-users';
const Place = z.object({ after: z.string() });

// Ids make the order of the same moment the same each time.
const orderOf = ({ created_at, user_id }: Account) => `${created_at} ${user_id}`;

/** One page of the people with an account, those invited last first. @throws AppError invalid_cursor */
export const listUsers = async (
  deps: Deps,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) => {
  // Without a cursor nothing waits for them.
  const finding = deps.linkKeys(keyOfCursor(cursor));
  const after =
    cursor === undefined ? null : Place.parse(openCursor(await finding, query, cursor)).after;
  // Cognito's own cursors are longer than ours may be, and have no order.
  const [keys, accounts, admins, recruiters] = await Promise.all([
    finding,
    deps.accounts(),
    deps.membersOf('admin'),
    deps.membersOf('recruiter'),
  ]);
  const rest = accounts
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1))
    .filter((one) => after === null || orderOf(one) < after);
  const items = rest.slice(0, limit).map((one): PersonView => {
    const lower = recruiters.has(one.user_id) ? 'recruiter' : null;
    return { ...one, role: admins.has(one.user_id) ? 'admin' : lower };
  });
  const last = rest[limit - 1];
  const next_cursor =
    last && rest.length > limit ? sealCursor(keys, query, { after: orderOf(last) }) : null;
  return { items, next_cursor };
};
