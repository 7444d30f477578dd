import type { KitContent, KitVersion } from '../../../shared/domain/kit-content.ts';
import { bind } from '../../../shared/table/client.ts';
import { readKitVersion, readNewestVersion } from '../../../shared/table/kit-versions.ts';
import { putKit, storeKit } from '../../../shared/table/kit-writes.ts';
import { readKit } from '../../../shared/table/kits.ts';
import { aJob, aKit, aVersion, aVersionStatus } from '../../support/kits.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { id, openNow } from '../../support/records.ts';

export const kit_id = id(300);
export const by = { recruiter: 'recruiter-2' };

/** A kit in a table of its own, with this content as its first version and so many versions. */
export const storedKit = async (content: Partial<KitContent> = {}, versions = 1) => {
  const memory = memoryTable();
  const kit = aKit();
  const version = aVersion(1, content);
  const { job_description } = aJob();
  await putKit(memory.table, { kit, job_description, version }, 'drop');
  const table = bind(memory.table, { storeKit, readKit, readKitVersion, readNewestVersion });
  if (versions > 1) {
    const states = Array.from({ length: versions }, (_, n) => aVersionStatus(n + 1));
    await table.storeKit(kit, { versions: states }, aVersion(versions, content));
  }
  const deps = { ...table, now: () => openNow };
  /** Has another request come in between the next read and the write after it, so many times. */
  const overtaken = (other: () => Promise<unknown>, times = 1): typeof deps => {
    let left = times;
    return {
      ...deps,
      storeKit: async (...asked) => {
        if (left-- > 0) await other();
        return deps.storeKit(...asked);
      },
    };
  };
  const read = async () => {
    const record = await table.readKit(kit_id);
    if (!record) throw new Error('The kit is gone');
    return record.kit;
  };
  const contentOf = (n: number): Promise<KitVersion | null> => table.readKitVersion(kit_id, n);
  return { deps, overtaken, read, contentOf, items: memory.items };
};
