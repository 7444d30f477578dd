import { readAccommodations } from '../../shared/table/accommodations.ts';
import type { AuditRow } from '../../shared/table/audit.ts';
import { readNewestAudit, readWholeAudit } from '../../shared/table/audit-rows.ts';
import { bind, type Table } from '../../shared/table/client.ts';
import { type InterviewRecord, readInterview } from '../../shared/table/interviews.ts';
import { readUserNames } from '../../shared/table/user-names.ts';
import { testKeys } from './links.ts';
import { openNow } from './records.ts';

const linkKeys = async () => testKeys;

/** What reads an interview for recruiters, where this is all that there is. */
export const readingOf = (record: InterviewRecord | null, now = openNow) => ({
  readInterview: async () => record,
  readAccommodations: async () => record?.accommodations ?? [],
  readNewestAudit: async () => record?.audit ?? [],
  readWholeAudit: async (): Promise<AuditRow[] | null> => record?.audit ?? [],
  readUserNames: async () => new Map<string, string>(),
  linkKeys,
  now: () => now,
});

/** What reads an interview for recruiters from a table. */
export const readingFrom = ({ table, clock }: { table: Table; clock: { ms: number } }) => ({
  ...bind(table, {
    readInterview,
    readAccommodations,
    readNewestAudit,
    readWholeAudit,
    readUserNames,
  }),
  linkKeys,
  now: () => clock.ms,
});
