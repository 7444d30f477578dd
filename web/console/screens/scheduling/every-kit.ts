import { everyItem } from '../../../../client/pages.ts';
import { talaro } from '../../talaro.ts';
import type { KitSummary } from './kit-names.ts';

/** Every kit that is not archived, newest first. @throws TalaroError */
export const everyKit = async (signal: AbortSignal): Promise<KitSummary[]> => {
  const kits: KitSummary[] = [];
  for await (const kit of everyItem(talaro.listKits, { limit: 100 }, { signal })) kits.push(kit);
  return kits;
};
