import { type Table, transact } from '../../../shared/table/client.ts';
import { forgetBody, RecordRef } from '../../../shared/table/idempotency.ts';
import { interviewPk, sk } from '../../../shared/table/keys.ts';
import { openNow } from '../../support/records.ts';
import type { World } from '../../support/world.ts';

/** Erases an interview as erasure does: its items go, and the hash of its record. */
export const erase = async (
  { items, table }: { items: World['items']; table: Table },
  interview_id: string,
) => {
  const own = items().filter(({ pk }) => pk === interviewPk(interview_id));
  const record = own.find((item) => item.sk === sk.interview)?.idempotency_record;
  await transact(table, [
    ...own.map(({ pk, sk }) => ({ Delete: { TableName: table.name, Key: { pk, sk } } })),
    ...(record ? forgetBody(table, RecordRef.parse(record), openNow) : []),
  ]);
};

/** The records of requests in a table. */
export const recordsIn = ({ items }: Pick<World, 'items'>) =>
  items().filter(({ pk }) => String(pk).startsWith('IDEMPOTENCY#'));
