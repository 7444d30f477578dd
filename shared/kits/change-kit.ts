import { conflict } from '../domain/errors.ts';
import type { Kit } from '../domain/kit.ts';
import type { KitVersion } from '../domain/kit-content.ts';
import type { Bound } from '../table/client.ts';
import type { storeKit } from '../table/kit-writes.ts';
import type { KitRecord, readKit } from '../table/kits.ts';
import { requireKit } from './require-kit.ts';

/** The dependencies of changing a kit. */
export interface KitChanging {
  readKit: Bound<typeof readKit>;
  storeKit: Bound<typeof storeKit>;
}

/** What is to be different about a kit, and the version that it gets. */
interface Change {
  kit: Parameters<KitChanging['storeKit']>[1];
  version?: KitVersion;
}

const attempts = 4;

/**
 * Changes what may change about a kit, reading it again if another request changes it in between.
 * @param change what is to be different; null if nothing is
 * @throws AppError kit_not_found, conflict, and what `change` throws
 */
export const changeKit = async (
  deps: KitChanging,
  kit_id: string,
  change: (kit: Kit) => Change | null,
): Promise<KitRecord> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const read = requireKit(await deps.readKit(kit_id));
    const wanted = change(read.kit);
    if (!wanted) return read;
    const kit = await deps.storeKit(read.kit, wanted.kit, wanted.version);
    if (kit) return { ...read, kit };
  }
  throw conflict();
};
