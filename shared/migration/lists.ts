import { changeInterview } from '../table/audit.ts';
import {
  getItem,
  type Item,
  overIfOvertaken,
  queryFrom,
  type Table,
  transact,
} from '../table/client.ts';
import { asRead } from '../table/conditions.ts';
import { countedIn } from '../table/counts.ts';
import { assemble } from '../table/interviews.ts';
import { interviewPk, readFrom, sk } from '../table/keys.ts';
import { costsOf, countsOf, missingCounts } from './counts-of.ts';
import { listingOf, missingFrom } from './listing-of.ts';

/** What an interview lacks to be in lists and reports as it is stored; null if there is none. */
const lacking = (items: Item[]) => {
  const record = assemble(items);
  const item = items.find((one) => one.sk === sk.interview);
  if (!record || !item) return null;
  const counted = items.find((one) => one.sk === sk.counted);
  const set = missingFrom(item, listingOf(record));
  const counts = [
    ...missingCounts(countsOf(record, item.decision !== undefined), countedIn(counted ?? {})),
    // Once anything is counted, what was paid since is included, and cannot be told apart.
    ...(counted ? [] : costsOf(record)),
  ].filter((one) => Object.values(one.counts).some((by) => by !== 0));
  return Object.keys(set).length + counts.length > 0 ? { set, counts } : null;
};

/**
 * Puts an interview of before lists and reports into them: writes what differs from its record, in
 * one transaction that holds only while the interview is as it was read.
 * @returns whether there was anything to write
 * @throws AppError conflict after the last attempt
 */
export const putIntoLists = (
  table: Table,
  interview_id: string,
  dry_run: boolean,
): Promise<boolean> =>
  overIfOvertaken(async () => {
    const pk = interviewPk(interview_id);
    // First, so that whatever changes while the rest is read is noticed.
    const { revision } = (await getItem(table, pk, sk.interview)) ?? {};
    const lacks = lacking(await queryFrom(table, pk, readFrom.audit));
    if (!lacks || dry_run) return lacks !== null;
    const change = { ...lacks, ...asRead({ revision }) };
    await transact(table, changeInterview(table, interview_id, null, change));
    return true;
  });
