import type { PersonView, Role } from '../../shared/contract/person-view.ts';
import { type Account, hasAccount } from '../../shared/users/directory.ts';

export interface Deps {
  /** Null if the address has an account. */
  make(person: { email: string; name: string }): Promise<Account | null>;
  find(email: string): Promise<Account>;
  rename(user_id: string, name: string): Promise<void>;
  setRole(user_id: string, role: Role): Promise<void>;
  putUserName(person: { user_id: string; name: string }): Promise<void>;
  sendInvitation(email: string): Promise<void>;
}

export interface Invitation {
  email: string;
  name: string;
  role: Role;
}

/**
 * Invites a person, once more if they have not logged in yet. The mail is sent last, so whatever
 * stops this before, the same again completes it.
 * @throws AppError invalid_input for the address of somebody who has logged in or was switched off
 */
export const inviteUser = async (
  deps: Deps,
  { email, name, role }: Invitation,
): Promise<PersonView> => {
  const made = await deps.make({ email, name });
  const account = made ?? (await deps.find(email));
  const { user_id, status, enabled } = account;
  if (status === 'active' || !enabled) throw hasAccount();
  if (!made) await deps.rename(user_id, name);
  await deps.setRole(user_id, role);
  await deps.putUserName({ user_id, name });
  await deps.sendInvitation(email);
  return { ...account, name, role };
};
