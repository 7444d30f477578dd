import { describe, expect, test } from 'vitest';
import { tabHolder } from '../../../web/candidate/runner/tabs.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

interface Request {
  run: LockGrantedCallback<unknown>;
  done: PromiseWithResolvers<unknown>;
}

/** Web Locks as the standard defines them, for one name: a holder and a queue. */
const webLocks = () => {
  const queue: Request[] = [];
  let held: Request | null = null;
  const requests: LockOptions[] = [];
  const grant = async (request: Request): Promise<void> => {
    held = request;
    const result = await request.run({ name: 'one', mode: 'exclusive' });
    // A stolen lock is released by nobody.
    if (held !== request) return;
    request.done.resolve(result);
    held = null;
    const following = queue.shift();
    if (following) await grant(following);
  };
  const manager = {
    request: (_name: string, options: LockOptions, run: LockGrantedCallback<unknown>) => {
      requests.push(options);
      const request = { run, done: Promise.withResolvers<unknown>() };
      if (options.steal) held?.done.reject(new DOMException('stolen', 'AbortError'));
      if (!held || options.steal) void grant(request);
      else if (options.ifAvailable) request.done.resolve(run(null));
      else queue.push(request);
      return request.done.promise;
    },
  } as unknown as LockManager;
  return { manager, requests };
};

/** Two tabs of one browser, and what each was told. */
const twoTabs = () => {
  const { manager, requests } = webLocks();
  const heard: [string[], string[]] = [[], []];
  const [first, second] = heard.map((told) => tabHolder(manager, (event) => told.push(event)));
  if (!first || !second) throw new Error('No tabs');
  const hold = async (tab: typeof first, steal = false) => {
    tab.hold('interview', steal);
    await settle();
  };
  return { first, second, heard, requests, hold };
};

describe('the tab', () => {
  test('is held by the first, refused to the second, and lost when it is taken', async () => {
    const { first, second, heard, hold } = twoTabs();

    await hold(first);
    await hold(second);
    await hold(second, true);

    expect(heard).toEqual([
      ['tab_held', 'tab_lost'],
      ['tab_lost', 'tab_held'],
    ]);
  });

  test('goes to the one that waits as soon as the first lets it go', async () => {
    const { first, second, heard, hold } = twoTabs();
    await hold(first);
    await hold(second);

    first.release();
    await settle();

    expect(heard[1]).toEqual(['tab_lost', 'tab_held']);
  });

  test('returns to the one it was taken from when the other lets it go', async () => {
    const { first, second, heard, hold } = twoTabs();
    await hold(first);
    await hold(second, true);

    second.release();
    await settle();

    expect(heard[0]).toEqual(['tab_held', 'tab_lost', 'tab_held']);
  });

  test('is queued for once, however often it is taken back and forth', async () => {
    const { first, second, requests, hold } = twoTabs();
    await hold(first);
    await hold(second);

    for (const tab of [second, first, second, first, second]) await hold(tab, true);

    const queued = requests.filter(({ steal, ifAvailable }) => !steal && !ifAvailable);
    expect(queued).toHaveLength(2);
  });

  test('returns each time, not only the first', async () => {
    const { first, second, heard, hold } = twoTabs();
    await hold(first);

    for (const _time of [1, 2]) {
      await hold(second, true);
      second.release();
      await settle();
    }

    expect(heard[0]).toEqual(['tab_held', 'tab_lost', 'tab_held', 'tab_lost', 'tab_held']);
  });

  test('that was let go is not taken again by a request that still waited', async () => {
    const { first, second, heard, hold } = twoTabs();
    await hold(first);
    await hold(second);
    await hold(second, true);

    second.release();
    first.release();
    await settle();

    expect(heard[1]).toEqual(['tab_lost', 'tab_held']);
    await hold(second);
    expect(heard[1].at(-1)).toBe('tab_held');
  });

  test('that is held is reported as held again', async () => {
    const { first, heard, hold } = twoTabs();

    await hold(first);
    await hold(first);

    expect(heard[0]).toEqual(['tab_held', 'tab_held']);
  });

  test('is always held if the browser has no locks, or refuses them', async () => {
    const refusing = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) };

    for (const locks of [undefined, refusing as unknown as LockManager]) {
      const reports: string[] = [];
      tabHolder(locks, (happened) => reports.push(happened)).hold('interview', false);
      await settle();
      expect(reports).toEqual(['tab_held']);
    }
  });
});
