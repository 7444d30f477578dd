import type { PersonView, Role } from '../../shared/contract/person-view.ts';
import { conflict, invalidInput } from '../../shared/domain/errors.ts';
import type { Account } from '../../shared/users/directory.ts';

export interface Deps {
  find(user_id: string): Promise<Account>;
  roleOf(user_id: string): Promise<Role | null>;
  admins(): Promise<Account[]>;
  rename(user_id: string, name: string): Promise<void>;
  putUserName(person: { user_id: string; name: string }): Promise<void>;
  setRole(user_id: string, role: Role): Promise<void>;
  setEnabled(user_id: string, enabled: boolean): Promise<void>;
  endLogins(user_id: string): Promise<void>;
  /** Takes the lease on changing who is an admin; null if another request has it. */
  takeLease(): Promise<(() => Promise<void>) | null>;
}

export interface Change {
  name?: string | undefined;
  role?: Role | undefined;
  enabled?: boolean | undefined;
}

/** Someone must be left who can let others in: an invitation that nobody has taken may never be. */
const requireAnotherAdmin = async (deps: Deps, user_id: string, path: keyof Change) => {
  const admins = await deps.admins();
  const isLeft = (one: Account) =>
    one.user_id !== user_id && one.enabled && one.status === 'active';
  if (admins.some(isLeft)) return;
  const message =
    'cannot be changed: this is the last admin who can log in. Make another one first';
  throw invalidInput([{ path, message }]);
};

const underLease = async <Made>(deps: Deps, work: () => Promise<Made>): Promise<Made> => {
  const release = await deps.takeLease();
  if (!release) throw conflict();
  try {
    return await work();
  } finally {
    await release();
  }
};

/** Whether afterwards the person may do less, or no more than a recruiter. */
const lowers = ({ role, enabled }: Change): boolean => enabled === false || role === 'recruiter';

/** Each step can be repeated, so that the same request again completes one that was stopped. */
const apply = async (deps: Deps, before: PersonView, change: Change) => {
  const { user_id } = before;
  const { name, role, enabled } = change;
  if (name !== undefined) {
    await deps.rename(user_id, name);
    await deps.putUserName({ user_id, name });
  }
  // Also where it is the role already: one that was stopped can have left two.
  if (role) await deps.setRole(user_id, role);
  if (enabled !== undefined) await deps.setEnabled(user_id, enabled);
  // Last, so that no token of before counts; and where nothing changes, as it may have been stopped here.
  if (lowers(change) || (role && role !== before.role)) await deps.endLogins(user_id);
};

/**
 * Changes the name or role of a person, or whether they may log in.
 * @throws AppError user_not_found, invalid_input for the last admin, conflict
 */
export const updateUser = (deps: Deps, id: string, change: Change): Promise<PersonView> => {
  const work = () => update(deps, id, change);
  return lowers(change) ? underLease(deps, work) : work();
};

const update = async (deps: Deps, id: string, change: Change): Promise<PersonView> => {
  const account = await deps.find(id);
  const role = await deps.roleOf(account.user_id);
  const before: PersonView = { ...account, role };
  const { name = account.name, role: newRole = role, enabled = account.enabled } = change;
  if (role === 'admin' && !(newRole === 'admin' && enabled)) {
    await requireAnotherAdmin(deps, account.user_id, enabled ? 'role' : 'enabled');
  }
  await apply(deps, before, change);
  return { ...before, name, role: newRole, enabled };
};
