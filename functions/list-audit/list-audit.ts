import { keyOfCursor, openCursor, sealCursor } from '../../shared/domain/cursor.ts';
import { interviewNotFound } from '../../shared/domain/errors.ts';
import type { KeysFor } from '../../shared/domain/link-token.ts';
import { Id } from '../../shared/domain/text.ts';
import { auditEntry } from '../../shared/interviews/audit-entry.ts';
import { AuditPlace, type readAuditPage } from '../../shared/table/audit-rows.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { readUserNames } from '../../shared/table/user-names.ts';

interface Deps {
  readAuditPage: Bound<typeof readAuditPage>;
  readUserNames: Bound<typeof readUserNames>;
  linkKeys: KeysFor;
}

interface Asked {
  limit: number;
  cursor?: string | undefined;
}

/** One page of what happened to an interview. @throws AppError interview_not_found, invalid_cursor */
export const listAudit = async (deps: Deps, interview_id: string, { limit, cursor }: Asked) => {
  const id = Id.safeParse(interview_id).data;
  if (!id) throw interviewNotFound();
  // Without a cursor nothing waits for them.
  const finding = deps.linkKeys(keyOfCursor(cursor));
  const query = `list-audit interview_id=${id}`;
  const after = cursor ? AuditPlace.parse(openCursor(await finding, query, cursor)) : null;
  const [keys, page, names] = await Promise.all([
    finding,
    deps.readAuditPage(id, { limit, after }),
    deps.readUserNames(),
  ]);
  if (!page) throw interviewNotFound();
  return {
    items: page.rows.map((row) => auditEntry(row, names)),
    next_cursor: page.next && sealCursor(keys, query, page.next),
  };
};
