import { erasing } from '../../../shared/erasure/connect.ts';
import { erase as eraseAll } from '../../../shared/erasure/erase.ts';
import type { Table } from '../../../shared/table/client.ts';
import { inTime, openNow } from '../../support/records.ts';
import type { World } from '../../support/world.ts';

/** Erases an interview without any sound. */
export const erase = ({ table }: { table: Table }, interview_id: string) =>
  eraseAll(
    { ...erasing(table, 'none'), eraseSound: async () => {}, now: () => openNow },
    interview_id,
    { reason: 'requested', by: 'system', at: new Date(openNow).toISOString(), until: inTime },
  );

/** The records of requests in a table. */
export const recordsIn = ({ items }: Pick<World, 'items'>) =>
  items().filter(({ pk }) => String(pk).startsWith('IDEMPOTENCY#'));
