import type { InterviewDetail } from '../../shared/contract/endpoints/get-interview.ts';
import { auditEntry } from '../../shared/interviews/audit-entry.ts';
import { type ReadingDeps, readDetail } from '../../shared/interviews/interview-detail.ts';
import type { readNewestAudit } from '../../shared/table/audit-rows.ts';
import type { Bound } from '../../shared/table/client.ts';

interface Deps extends ReadingDeps {
  readNewestAudit: Bound<typeof readNewestAudit>;
}

/** How many events it shows; list-audit has all. */
const mostEvents = 50;

/** Everything a recruiter may know about an interview. @throws AppError interview_not_found */
export const getInterview = async (deps: Deps, interview_id: string): Promise<InterviewDetail> => {
  const { detail, audit, names } = await readDetail(deps, interview_id, (id) =>
    deps.readNewestAudit(id, mostEvents),
  );
  return { ...detail, audit: audit.map((row) => auditEntry(row, names)) };
};
