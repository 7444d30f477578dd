import { everyItem } from '../pages.ts';
import type { Client, Output } from '../types.ts';

/** The kits that new interviews can have. */
export const everyKit = async (
  talaro: Client,
  signal: AbortSignal,
): Promise<Output<'listKits'>['items']> => {
  const kits: Output<'listKits'>['items'] = [];
  for await (const kit of everyItem(talaro.listKits, { limit: 100 }, { signal })) kits.push(kit);
  return kits;
};
