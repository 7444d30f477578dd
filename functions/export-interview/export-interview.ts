import type { InterviewExport } from '../../shared/contract/endpoints/export-interview.ts';
import { isoUtc } from '../../shared/domain/plain-text.ts';
import { auditEntry } from '../../shared/interviews/audit-entry.ts';
import { type ReadingDeps, readDetail } from '../../shared/interviews/interview-detail.ts';
import type { readWholeAudit } from '../../shared/table/audit-rows.ts';
import type { Bound } from '../../shared/table/client.ts';

interface Deps extends ReadingDeps {
  readWholeAudit: Bound<typeof readWholeAudit>;
}

/** What Lambda may answer with is 6 MB; the rest is for headers and what is not foreseen. */
const mostBytes = 5_000_000;

/** Rows that fill more pages of 1 MB are too large for certain, and are not read on. */
const mostPages = 5;

const leftOut =
  'With its audit this document would be larger than 5 MB: GET /api/interviews/{interview_id}/audit/ lists it';

/** How large it is on its way out of Lambda, as a text within JSON. */
const bytesOf = (body: unknown) => Buffer.byteLength(JSON.stringify(JSON.stringify(body)));

/**
 * Everything that is kept of an interview as one document, which says when it was made. It has no
 * token, and no audit where it would be too large for an answer with it.
 * @throws AppError interview_not_found
 */
export const exportInterview = async (
  deps: Deps,
  interview_id: string,
): Promise<InterviewExport> => {
  const { detail, audit, names } = await readDetail(deps, interview_id, (id) =>
    deps.readWholeAudit(id, mostPages),
  );
  const whole = {
    format_version: 1 as const,
    exported_at: isoUtc(deps.now()),
    ...detail,
    audit: audit?.map((row) => auditEntry(row, names)) ?? null,
    audit_left_out: null,
  };
  if (audit && bytesOf(whole) <= mostBytes) return whole;
  return { ...whole, audit: null, audit_left_out: leftOut };
};
