import { expect } from 'vitest';
import { interviewPk, kindOf, kinds, kitPk, reportPk } from '../../../shared/table/keys.ts';
import { id } from '../../support/records.ts';
import type { World } from '../../support/world.ts';

const sumsOf = (items: readonly Record<string, unknown>[]) => {
  const sums: Record<string, number> = {};
  for (const { pk, sk, ...counts } of items) {
    const day = String(sk).split('#')[0];
    for (const [name, by] of Object.entries(counts)) {
      const key = `${pk} ${day} ${name}`;
      sums[key] = (sums[key] ?? 0) + Number(by);
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
};

/** What reports and kits count, each in all, as far as it is not 0. */
export const counted = (world: World) =>
  sumsOf(
    world
      .items()
      .filter(
        ({ pk, sk }) =>
          String(pk).startsWith(reportPk('')) ||
          (String(pk).startsWith(kitPk('')) && kindOf(String(sk)) === kinds.uses),
      ),
  );

/** Requires that nothing of the erased interview is left but its tombstone and the audit row of it. */
export const requireNothingLeft = (world: World): void => {
  const items = world.items();
  const own = items.filter(({ pk }) => pk === interviewPk(id(1)));
  expect(own.map(({ sk, event }) => event ?? sk).toSorted()).toEqual([
    'ERASED',
    'interview_erased',
  ]);
  expect(items.filter(({ gsi1pk }) => gsi1pk === 'ERASING')).toEqual([]);
  expect([...world.sounds]).toEqual([]);
  expect(counted(world)).toEqual({});
};
