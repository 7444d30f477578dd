import { expect, it } from 'vitest';
import { mapConcurrently } from '../../../shared/domain/map-concurrently.ts';

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

it('returns the results in the order of the items, whichever is finished first', async () => {
  const made = await mapConcurrently([9, 1, 5, 0, 3, 7], async (count, index) => {
    await turns(count);
    return `${index}: ${count}`;
  });

  expect(made).toEqual(['0: 9', '1: 1', '2: 5', '3: 0', '4: 3', '5: 7']);
});

it('has four calls under way at once, and the next begins when one has finished', async () => {
  const started: number[] = [];
  const { promise: hold, resolve: release } = Promise.withResolvers<void>();
  const done = mapConcurrently([0, 1, 2, 3, 4, 5, 6], async (item) => {
    started.push(item);
    if (item !== 2 && item !== 4) await hold;
  });

  await turns(20);

  expect(started).toEqual([0, 1, 2, 3, 4, 5]);
  release();
  await done;
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

it('throws the first failure once all calls have finished', async () => {
  const finished: number[] = [];
  const failed = mapConcurrently([6, 2, 1, 0, 0, 50], async (count, index) => {
    await turns(count);
    finished.push(index);
    if (index < 2) throw new Error(`item ${index}`);
  }).catch(({ message }: Error) => ({ message, finished: finished.toSorted() }));

  expect(await failed).toEqual({ message: 'item 1', finished: [0, 1, 2, 3, 4, 5] });
});

it('calls nothing when there are no items', async () => {
  expect(await mapConcurrently([], async () => expect.unreachable())).toEqual([]);
});
