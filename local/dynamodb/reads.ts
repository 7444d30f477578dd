import * as dynalite from 'dynalite/db/index.js';
import { type Output, run } from './actions.ts';
import { holds } from './conditions.ts';
import type { Condition, Input } from './dynalite-model.ts';
import type { View } from './view.ts';

const always: Condition = { type: '=', args: [{ BOOL: true }, { BOOL: true }] };

/** Query and Scan; our own rules (see conditions.ts) filter the page that dynalite reads. */
export const readPage = async (
  name: 'Query' | 'Scan',
  view: View,
  input: Input,
): Promise<Output> => {
  const { _filter: filter, _projection: projection, Select: select, ...rest } = input;
  if (!filter) return run(name, view, input);
  const output = await run(name, view, {
    ...rest,
    // Kept without effect, since dynalite also checks them against the table.
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
};
