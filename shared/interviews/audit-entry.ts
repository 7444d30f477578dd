import type { AuditEntry } from '../contract/audit-entry.ts';
import type { AuditRow } from '../table/audit.ts';

/**
 * The name of whoever an id stands for: of a person as the table knows it; a machine client's id is
 * its name. Null for people without a stored name, the candidate, and the system.
 * @param actor as it is stored, `<kind>:<id>` or a kind alone
 */
export const nameOfActor = (actor: string, names: ReadonlyMap<string, string>): string | null => {
  const [kind, id] = actor.split(/:(.*)/s);
  if (!id) return null;
  return kind === 'machine' ? id : (names.get(id) ?? null);
};

/** An event with the name of whoever caused it. */
export const auditEntry = (row: AuditRow, names: ReadonlyMap<string, string>): AuditEntry => ({
  ...row,
  actor_name: nameOfActor(row.actor, names),
});
