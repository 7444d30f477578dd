import * as dynalite from 'dynalite/db/index.js';
import { type Output, run } from './actions.ts';
import { holds } from './conditions.ts';
import type { Condition, Input } from './dynalite-model.ts';
import type { View } from './view.ts';

const always: Condition = { type: '=', args: [{ BOOL: true }, { BOOL: true }] };

/** Query and Scan, with the filter by our own rules (see conditions.ts) on the page dynalite reads. */
export async function readPage(name: 'Query' | 'Scan', view: View, input: Input): Promise<Output> {
  const { _filter: filter, _projection: projection, Select: select, ...rest } = input;
  if (!filter) return run(name, view, input);
  const output = await run(name, view, {
    ...rest,
    // Kept but for what they do, since dynalite also checks them against the table.
    _filter: { ...filter, expression: always },
    ...(projection && { _projection: { ...projection, paths: undefined } }),
    ...(select && select !== 'COUNT' && { Select: select }),
  });
  const matching = (output.Items ?? []).filter((item) => holds(filter.expression, item));
  const { Items: _, ...counts } = { ...output, Count: matching.length };
  if (select === 'COUNT') return counts;
  const paths = projection?.paths;
  return {
    ...counts,
    Items: paths ? matching.map((item) => dynalite.mapPaths(paths, item)) : matching,
  };
}

// dynalite stops at 1 MB and the largest item, DynamoDB at 16 MB.
const PAGE_BYTES = 16 * 1024 * 1024;
const DYNALITE_PAGE_BYTES = 1024 * 1024 - 3;

/** BatchGetItem up to 16 MB; what is left over keeps its projection, which dynalite forgets. */
export async function batchGet(name: 'BatchGetItem', view: View, input: Input): Promise<Output> {
  const requests: { [table: string]: object } = structuredClone(input.RequestItems ?? {});
  const output = await run(name, view, input, {
    maxItemSize: PAGE_BYTES - DYNALITE_PAGE_BYTES,
  });
  const left = Object.entries(output.UnprocessedKeys ?? {}).map(([table, keys]) => {
    const { _projection: _, ...request }: { _projection?: unknown } = requests[table] ?? {};
    return [table, { ...request, ...keys }];
  });
  return { ...output, UnprocessedKeys: Object.fromEntries(left) };
}
