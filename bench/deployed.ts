import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bundle, bundleFunctions } from '../infra/bundle.ts';
import type { Use } from '../shared/contract/endpoint-row.ts';
import { endpoints } from '../shared/contract/endpoints.ts';

/** The kinds of endpoints with a measured cold start, by the services whose clients they load. */
export type Kind = 'table' | 'link' | 'model' | 'voice';

const kindOf = (uses: readonly Use[]): Kind | null => {
  if (uses.includes('voice') || uses.includes('sound:erase')) return 'voice';
  if (uses.includes('model')) return 'model';
  // Those that also load another client do not measure DynamoDB alone.
  const others = ['base-url', 'queue:send', 'users'];
  if (uses.some((use) => others.some((other) => use.startsWith(other)))) return null;
  // The link keys come from Secrets Manager, which has a client of its own.
  if (uses.includes('link-keys')) return 'link';
  return uses.some((use) => use.startsWith('table:')) ? 'table' : null;
};

/** Bundles all endpoints as they are deployed, for as long as `work` takes. */
export const withBundles = async <T>(work: (bundles: Bundle[]) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'talaro-bench-'));
  try {
    return await work(await bundleFunctions(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** The largest bundle of each kind: if it passes a gate, so do the others. */
export const largest = (bundles: readonly Bundle[]): Record<Kind, Bundle> => {
  const of = (kind: Kind) => {
    const folders = Object.values(endpoints)
      .filter(({ uses }) => kindOf(uses) === kind)
      .map(({ folder }) => folder as string);
    const [first] = bundles
      .filter(({ folder }) => folders.includes(folder))
      .toSorted((a, b) => b.bytes - a.bytes);
    if (!first) throw new Error(`No function is of the kind ${kind}`);
    return first;
  };
  return { table: of('table'), link: of('link'), model: of('model'), voice: of('voice') };
};
