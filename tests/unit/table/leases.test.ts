import {
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { transact } from '../../../shared/table/client.ts';
import { keyOf } from '../../../shared/table/conditions.ts';
import { sk } from '../../../shared/table/keys.ts';
import {
  evaluating,
  leased,
  makingLinkOf,
  oneAtATime,
  readingAnswer,
  releaseLease,
  speakingKit,
  takeLease,
  writingKitOf,
} from '../../../shared/table/leases.ts';
import { type MemoryTable, memoryTable } from '../../support/memory-table.ts';
import { id } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';

const work = writingKitOf('hash');
const other = speakingKit(id(300));
const start = Date.parse('2026-11-23T10:00:00Z');

let memory: MemoryTable;
let fault: (command: string) => void;
let lose: (command: string) => void;
beforeEach(() => {
  fault = () => undefined;
  lose = () => undefined;
  memory = memoryTable({ before: (command) => fault(command), after: (command) => lose(command) });
});

const down = () => {
  throw new Error('The table is down');
};
const take = (now = start, time?: number) => takeLease(memory.table, work, now, time);
const isFree = async (now = start) => (await take(now)) !== null;

describe('a lease', () => {
  it('is taken by one request, and refused to the others', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => take()));

    expect(all.filter((release) => release !== null)).toHaveLength(1);
  });

  it.each([
    ['thirty seconds', undefined, 30_000],
    ['as long as is said', 120_000, 120_000],
  ])('is held for %s, and then it is free', async (_name, time, length) => {
    await take(start, time);

    expect(await isFree(start + length)).toBe(false);
    expect(await isFree(start + length + 1)).toBe(true);
  });

  it('that ends later than any can, as the clock was set back, is free', async () => {
    await take(start + 600_000);

    expect(await isFree(start)).toBe(true);
  });

  it('of a function whose clock is ahead is held', async () => {
    await take(start + 2000, 300_000);

    expect(await isFree(start)).toBe(false);
  });

  it('on an item that a transaction is writing is refused, and fails nobody', async () => {
    fault = (command) => {
      if (command !== 'UpdateItemCommand') return;
      throw new TransactionConflictException({ message: 'In progress', $metadata: {} });
    };

    expect(await take()).toBeNull();
  });

  it('that is given back is free at once', async () => {
    const release = await take();

    await release?.();

    expect(await isFree()).toBe(true);
  });

  it('that ended is not given back for whoever has it now', async () => {
    const release = await take();
    await take(start + 30_001);

    await release?.();

    expect(await isFree(start + 30_002)).toBe(false);
  });

  it('leaves what else is in its item', async () => {
    const item = { ...work, kit_id: id(300) };
    await putItem(item);
    const release = await take();
    expect(memory.items()).toEqual([expect.objectContaining(item)]);

    await release?.();

    expect(memory.items()).toEqual([expect.objectContaining(item)]);
  });

  it('on one piece of work leaves the others free', async () => {
    const all = [
      work,
      other,
      writingKitOf('other'),
      speakingKit(id(301)),
      makingLinkOf(id(1)),
      makingLinkOf(id(2)),
      evaluating(id(1)),
      readingAnswer(id(1), 1),
      readingAnswer(id(1), 1.5),
    ];

    for (const n of [1, 2]) await putItem(keyOf(id(n), sk.interview));

    const taken = await Promise.all(all.map((one) => takeLease(memory.table, one, start)));

    expect(taken.every((release) => release !== null)).toBe(true);
  });

  it.each([
    ['making its link', makingLinkOf(id(1))],
    ['reading an answer', readingAnswer(id(1), 1)],
    ['evaluating it', evaluating(id(1))],
  ])(
    'on %s is refused for an interview that was erased, and leaves no item',
    async (_name, one) => {
      expect(await codeOf(takeLease(memory.table, one, start))).toBe('interview_not_found');

      expect(memory.items()).toEqual([]);
    },
  );

  it('on an interview that a transaction is writing is refused, and fails nobody', async () => {
    await putItem(keyOf(id(1), sk.interview));
    fault = (command) => {
      if (command !== 'TransactWriteItemsCommand') return;
      const CancellationReasons = [{ Code: 'None' }, { Code: 'TransactionConflict' }];
      throw new TransactionCanceledException({
        message: 'In progress',
        $metadata: {},
        CancellationReasons,
      });
    };

    expect(await takeLease(memory.table, evaluating(id(1)), start)).toBeNull();
  });

  it('whose update the client repeats, as its reply was lost, is taken all the same', async () => {
    const send = vi.spyOn(memory.table.client, 'send');
    await take();
    const [[update] = []] = send.mock.calls;
    if (!update) throw new Error('No lease was asked for');

    await expect(memory.table.client.send(update)).resolves.toBeDefined();
  });

  it('that may have been taken, although that failed, holds up nobody', async () => {
    lose = vi.fn().mockImplementationOnce(down);

    await expect(take()).rejects.toThrow('The table is down');

    expect(await isFree()).toBe(true);
  });

  it('that cannot be given back fails nothing: it expires', async () => {
    const release = await take();
    fault = down;

    await expect(release?.()).resolves.toBeUndefined();

    fault = () => undefined;
    expect(await isFree(start + 1)).toBe(false);
    expect(await isFree(start + 30_001)).toBe(true);
  });

  it('that is written with its item is given back by the name it was written for', async () => {
    await putItem({ ...work, ...leased('response-1', start) });
    expect(await isFree(start + 30_000)).toBe(false);

    await releaseLease(memory.table, work, 'response-2');
    expect(await isFree()).toBe(false);
    await releaseLease(memory.table, work, 'response-1');

    expect(await isFree()).toBe(true);
  });

  it('that nobody has makes no item when it is given back', async () => {
    await releaseLease(memory.table, work, 'nobody');

    expect(memory.items()).toEqual([]);
  });
});

describe('paid work', () => {
  const clock = { ms: start };
  const deadline = { at: start + 10_000 };
  let wait: Mock<(ms: number) => Promise<void>>;
  beforeEach(() => {
    clock.ms = start;
    wait = vi.fn(async (ms) => {
      clock.ms += ms;
    });
  });
  const alone = <Made>(paid: { done?: () => Promise<Made | null>; make: () => Promise<Made> }) =>
    oneAtATime(memory.table, () => clock.ms, wait)(work, deadline, paid);
  const make = () => vi.fn(async () => 'made');

  it('is done, and its lease given back', async () => {
    expect(await alone({ make: make() })).toBe('made');

    expect(await isFree()).toBe(true);
    expect(wait).not.toHaveBeenCalled();
  });

  it('is done under the lease', async () => {
    let wasFree = true;

    await alone({
      make: async () => {
        wasFree = await isFree();
        return 'made';
      },
    });

    expect(wasFree).toBe(false);
  });

  it('is done under a lease that lasts until its deadline', async () => {
    let wasFree = true;

    await oneAtATime(memory.table, () => start, wait)(
      work,
      { at: start + 120_000 },
      {
        make: async () => {
          wasFree = await isFree(start + 119_999);
          return 'made';
        },
      },
    );

    expect(wasFree).toBe(false);
  });

  it('that another request has done is not done again', async () => {
    const paid = { done: async () => 'theirs', make: make() };

    expect(await alone(paid)).toBe('theirs');

    expect(paid.make).not.toHaveBeenCalled();
    expect(await isFree()).toBe(true);
  });

  it('that another request is doing is waited for, and its result taken', async () => {
    await take();
    const done = vi.fn(async () => (clock.ms < start + 1_000 ? null : 'theirs'));
    const paid = { done, make: make() };

    expect(await alone(paid)).toBe('theirs');

    expect(paid.make).not.toHaveBeenCalled();
    expect(wait.mock.calls).toEqual([[400], [400], [400]]);
    expect(await isFree(clock.ms)).toBe(false);
  });

  it('that another request gave up is done by the one that waits', async () => {
    const release = await take();
    wait.mockImplementationOnce(async (ms) => {
      clock.ms += ms;
      await release?.();
    });
    const paid = { done: async () => null, make: make() };

    expect(await alone(paid)).toBe('made');
    expect(paid.make).toHaveBeenCalledOnce();
  });

  it('of a request that was killed is done once its lease is over', async () => {
    await take(start - 25_000);

    expect(await alone({ make: make() })).toBe('made');

    expect(clock.ms).toBeGreaterThan(start + 5_000);
  });

  it('that takes longer than until the deadline is a conflict to try again', async () => {
    await take();
    const paid = { done: vi.fn(async () => null), make: make() };

    const refusal = await refusalOf(alone(paid));

    expect(refusal).toMatchObject({ code: 'conflict', retry_after: 1 });
    expect(paid.make).not.toHaveBeenCalled();
    expect(clock.ms).toBeLessThan(deadline.at);
    expect(clock.ms).toBeGreaterThan(deadline.at - 800);
    expect(await isFree(clock.ms)).toBe(false);
  });

  it.each([
    ['it fails', { make: async () => down() }],
    ['nobody can look for another’s result', { done: async () => down(), make: make() }],
  ])('gives its lease back if %s', async (_name, paid) => {
    await expect(alone<string>(paid)).rejects.toThrow('The table is down');

    expect(await isFree()).toBe(true);
  });

  it('of many requests is done by one at a time', async () => {
    let now = 0;
    let most = 0;
    const one = async () => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      now--;
      return 'made';
    };
    wait.mockImplementation(async (ms) => {
      clock.ms += ms / 100;
      await new Promise(setImmediate);
    });

    const made = await Promise.all(Array.from({ length: 8 }, () => alone({ make: one })));

    expect(made).toHaveLength(8);
    expect(most).toBe(1);
  });

  it('of many requests that share one result is paid for once', async () => {
    let result: string | null = null;
    const pay = vi.fn(async () => {
      await new Promise(setImmediate);
      result = 'made';
      return 'made';
    });
    wait.mockImplementation(async (ms) => {
      clock.ms += ms / 100;
      await new Promise(setImmediate);
    });

    const made = await Promise.all(
      Array.from({ length: 8 }, () => alone({ done: async () => result, make: pay })),
    );

    expect(made).toEqual(Array(8).fill('made'));
    expect(pay).toHaveBeenCalledOnce();
  });
});

/** Stores an item as another function of the table does. */
const putItem = (Item: Record<string, unknown>) =>
  transact(memory.table, [{ Put: { TableName: memory.table.name, Item } }]);
