import { everyItem } from '../../client/pages.ts';
import { useLoaded } from './loading.ts';
import { talaro } from './talaro.ts';

/** Kits to choose from, newest first; those of the first thousand. None until they are wanted. */
export const useKits = (isWanted: boolean) =>
  useLoaded(
    async (signal) => {
      const kits: { kit_id: string; job_title: string }[] = [];
      if (!isWanted) return kits;
      for await (const kit of everyItem(talaro.listKits, { limit: 100 }, { signal })) {
        kits.push(kit);
        if (kits.length === 1_000) break;
      }
      return kits;
    },
    [isWanted],
  );
